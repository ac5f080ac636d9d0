import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import type { Failure } from '#shared/domain/errors.ts'
import { emptyLog } from '../storage/close-log.ts'
import { markClosed } from '../storage/marks.ts'
import { answerRequest, type ThreadDesk } from '../threads/answer-request.ts'
import type { ThreadAnswer, ThreadRequest } from '../threads/messages.ts'
import { failureOf, type StoredThing } from '../threads/storage-failure.ts'
import { checkFile } from './check.ts'
import { createMethods } from './methods.ts'
import { openReader } from './open.ts'
import { isPurging, purgeSlice } from './purge.ts'
import { createReadingQueue } from './reading-queue.ts'
import { openOrRebuild } from './recover.ts'
import { savePages } from './save-page.ts'
import { createStore, type Store } from './statements.ts'
import { tidySlice } from './upkeep.ts'
import { createWaitingPages, pageOf } from './waiting-pages.ts'

/** One thread writes, one reads: a search never waits for a page of a sync. A third checks a file that was cut off. */
export type CacheRole = 'writer' | 'reader' | 'checker'

export type CacheRequest = ThreadRequest

/** What the opening of a cache has to say. */
export interface CacheTold {
  told: string | null
  cutOff: boolean
}

/** What a cache thread is started with. */
export interface CacheThreadData {
  file: string
  role: CacheRole
  /** The file's raw key; a Buffer arrives in the thread as plain bytes. */
  key?: Uint8Array
  /** The key is known to be this file's. Otherwise a file that it does not open belongs to another key, and is replaced. */
  keyProven?: boolean
  nativeBinding?: string
}

const CACHE: StoredThing = {
  name: 'cache',
  whenDamaged: 'The cache file is damaged: it is set aside and read again.',
}

const methodsOf = (db: Database.Database): ThreadDesk['methods'] =>
  createMethods(db) as unknown as ThreadDesk['methods']

/** Writes are answered in order; when none has come for a while, the indexes are tidied slice by slice. */
const IDLE_MS = 2_000
const SLICE_PAUSE_MS = 50

/** Leaves an empty log and no mark of being open; with a log that has to stay, the mark stays. */
const closeFile = (db: Database.Database, file: string): void => {
  if (emptyLog(db)) markClosed(file)
}

/** Writes several pages in one transaction and answers them; false, with nothing written, when each has to be tried alone. */
const writeTogether = ({ port }: ThreadDesk, store: Store, requests: CacheRequest[]): boolean => {
  if (requests.length === 1) return false
  try {
    savePages(store, requests.map(pageOf))
  } catch {
    // One that cannot be written takes no other with it: whichever it is will say so itself.
    return false
  }
  for (const { id } of requests) port.postMessage({ id, value: undefined } satisfies ThreadAnswer)
  return true
}

const write = (desk: ThreadDesk, file: string): void => {
  const store = createStore(desk.db)
  let idle: NodeJS.Timeout | undefined
  let purging = false
  let closed = false
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
  // Does not wait for a quiet moment: who was forgotten is to be gone from the file, sync or not.
  const purge = (): void => {
    purging = false
    if (closed) return
    try {
      if (purgeSlice(store)) purgeSoon()
    } catch {
      // A full disk, most likely: the purge is on record and goes on after the next write or start.
    }
  }
  const purgeSoon = (): void => {
    if (purging) return
    purging = true
    setImmediate(purge)
  }
  const purgeIfDue = (): void => {
    try {
      if (isPurging(store)) purgeSoon()
    } catch {
      // A damaged page: whoever asks for something next is told, and the cache is begun again.
    }
  }
  const answer = (request: CacheRequest): void => answerRequest(desk, request, () => closeFile(desk.db, file))
  const rest = (): void => {
    purgeIfDue()
    idle = setTimeout(tidy, IDLE_MS)
  }
  const pages = createWaitingPages((requests) => {
    if (!writeTogether(desk, store, requests)) for (const request of requests) answer(request)
    rest()
  })
  purgeIfDue()
  desk.port.on('message', (request: CacheRequest) => {
    clearTimeout(idle)
    if (pages.add(request)) return
    pages.flush()
    clearTimeout(idle)
    closed = request.method === 'close'
    answer(request)
    if (!closed) rest()
  })
}

const SUPERSEDED: Failure = {
  kind: 'cancelled',
  message: 'A newer search took the place of this one.',
  retryable: true,
}

/** Reads are answered one by one with a look at what came meanwhile, so that a stale search is dropped, not worked off. */
const read = (desk: ThreadDesk): void => {
  const queue = createReadingQueue()
  let working = false
  const work = (): void => {
    const request = queue.take()
    working = request !== undefined
    if (request === undefined) return
    answerRequest(desk, request, () => undefined)
    setImmediate(work)
  }
  desk.port.on('message', (request: CacheRequest) => {
    for (const { id } of queue.add(request)) desk.port.postMessage({ id, failure: SUPERSEDED } satisfies ThreadAnswer)
    if (working) return
    working = true
    setImmediate(work)
  })
}

const serve = (port: MessagePort, { file, key, keyProven, nativeBinding, role }: CacheThreadData): void => {
  const opening = { key, keyProven, nativeBinding }
  const start = (): CacheTold => {
    if (role === 'writer') {
      const { db, told, cutOff } = openOrRebuild(file, opening, Date.now())
      write({ db, methods: methodsOf(db), port, thing: CACHE }, file)
      return { told, cutOff }
    }
    const db = openReader(file, opening)
    if (role === 'reader') read({ db, methods: methodsOf(db), port, thing: CACHE })
    else checkFile({ db, methods: {}, port, thing: CACHE })
    return { told: null, cutOff: false }
  }
  try {
    port.postMessage({ ready: true, told: start() } satisfies ThreadAnswer)
  } catch (error) {
    port.postMessage({ refused: failureOf(error, CACHE) } satisfies ThreadAnswer)
    port.close()
  } finally {
    // SQLite holds its own copy from here on.
    key?.fill(0)
  }
}

// A spare thread is told later what to open.
if (parentPort !== null) {
  const port = parentPort
  if ((workerData ?? null) === null) port.once('message', (data: CacheThreadData) => serve(port, data))
  else serve(port, workerData as CacheThreadData)
}
