import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import { AppError, type Failure } from '#shared/domain/errors.ts'
import type { CacheMethods } from './cache.ts'
import { createMethods } from './methods.ts'
import { openDatabase, openReader } from './open.ts'
import { createReadingQueue } from './reading-queue.ts'
import { createStore } from './statements.ts'
import { tidySlice } from './upkeep.ts'

/** One thread writes, one reads: a search never waits for a page of a sync. */
export type CacheRole = 'writer' | 'reader'

export interface CacheRequest {
  id: number
  method: keyof CacheMethods | 'close'
  args: unknown[]
}
export type CacheAnswer =
  | { id: number; value: unknown }
  | { id: number; failure: Failure }
  | { ready: true }
  | { refused: Failure }

/** SQLite's codes say what a person can do; its messages may hold data and stay here. */
const failureOf = (error: unknown): Failure => {
  if (error instanceof AppError) return error.failure
  const code = String((error as { code?: unknown }).code ?? 'unknown')
  const advice: [RegExp, string][] = [
    [/FULL/, 'The disk is full: free some space.'],
    [/READONLY|CANTOPEN|PERM/, 'The data folder cannot be written: check its permissions.'],
    [/BUSY|LOCKED/, 'Another program uses the cache: close it.'],
    [/CORRUPT|NOTADB/, 'The cache file is damaged: remove the workspace and connect it again.'],
  ]
  const found = advice.find(([pattern]) => pattern.test(code))
  return {
    kind: 'storage',
    message: `The cache could not be used (${code}).`,
    advice: found?.[1] ?? 'Restart the app.',
    retryable: found !== undefined,
  }
}

type Methods = Record<string, (...args: unknown[]) => unknown>

interface Desk {
  db: Database.Database
  methods: Methods
  port: MessagePort
}

const methodsOf = (db: Database.Database): Methods => createMethods(db) as unknown as Methods

const answer = ({ db, methods, port }: Desk, { id, method, args }: CacheRequest, closing: () => void): void => {
  const send = (message: CacheAnswer): void => port.postMessage(message)
  try {
    if (method === 'close') {
      closing()
      db.close()
      send({ id, value: null })
      port.close()
      return
    }
    send({ id, value: methods[method]?.(...args) })
  } catch (error) {
    send({ id, failure: failureOf(error) })
  }
}

/** Writes are answered in order; when none has come for a while, the indexes are tidied slice by slice. */
const IDLE_MS = 2_000
const SLICE_PAUSE_MS = 50

const write = (desk: Desk): void => {
  const store = createStore(desk.db)
  let idle: NodeJS.Timeout | undefined
  const tidy = (): void => {
    // A failure here (a full disk) will be told by the next write, which somebody waits for.
    let more = false
    try {
      more = tidySlice(store)
    } catch {
      return
    }
    if (more) idle = setTimeout(tidy, SLICE_PAUSE_MS)
  }
  desk.port.on('message', (request: CacheRequest) => {
    clearTimeout(idle)
    answer(desk, request, () => desk.db.pragma('wal_checkpoint(TRUNCATE)'))
    if (request.method !== 'close') idle = setTimeout(tidy, IDLE_MS)
  })
}

const SUPERSEDED: Failure = {
  kind: 'cancelled',
  message: 'A newer search took the place of this one.',
  retryable: true,
}

/** Reads are answered one by one with a look at what came meanwhile, so that a stale search is dropped, not worked off. */
const read = (desk: Desk): void => {
  const queue = createReadingQueue()
  let working = false
  const work = (): void => {
    const request = queue.take()
    working = request !== undefined
    if (request === undefined) return
    answer(desk, request, () => undefined)
    setImmediate(work)
  }
  desk.port.on('message', (request: CacheRequest) => {
    for (const { id } of queue.add(request)) desk.port.postMessage({ id, failure: SUPERSEDED } satisfies CacheAnswer)
    if (working) return
    working = true
    setImmediate(work)
  })
}

const serve = (): void => {
  const port = parentPort
  if (port === null) return
  const { file, nativeBinding, role } = workerData as { file: string; nativeBinding?: string; role: CacheRole }
  const open = (): void => {
    try {
      const db = role === 'writer' ? openDatabase(file, nativeBinding) : openReader(file, nativeBinding)
      const desk: Desk = { db, methods: methodsOf(db), port }
      if (role === 'writer') write(desk)
      else read(desk)
      port.postMessage({ ready: true } satisfies CacheAnswer)
    } catch (error) {
      port.postMessage({ refused: failureOf(error) } satisfies CacheAnswer)
      port.close()
    }
  }
  // The reader starts with the writer and opens when the writer has brought the file up to date.
  if (role === 'writer') open()
  else port.once('message', open)
}

serve()
