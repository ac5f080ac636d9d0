import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '#shared/domain/errors.ts'
import type { Cache, CacheMethods } from './cache.ts'
import type { CacheAnswer, CacheRequest, CacheRole } from './worker.ts'

/** Who answers what. Reads see every write that was answered before they were asked. */
const METHODS: Record<keyof CacheMethods, CacheRole> = {
  saveAccounts: 'writer',
  accounts: 'reader',
  overview: 'reader',
  checkpoints: 'writer',
  saveCheckpoint: 'writer',
  savePage: 'writer',
  countUnseen: 'writer',
  chatsWithoutMembers: 'writer',
  saveRun: 'writer',
  syncReport: 'writer',
  saveProfile: 'writer',
  identifiersOf: 'reader',
  listAttendees: 'reader',
  countAttendees: 'reader',
  lettersOf: 'reader',
  passport: 'reader',
  findAttendees: 'reader',
  findAcquaintance: 'reader',
  unknownPassport: 'reader',
  lookupsOn: 'writer',
  countLookup: 'writer',
  previewForget: 'reader',
  forgetPerson: 'writer',
  forgottenPeople: 'writer',
  forgottenAs: 'writer',
  allowAgain: 'writer',
  retain: 'writer',
  isPurging: 'writer',
  subjectData: 'reader',
  readFact: 'writer',
  saveFact: 'writer',
}

interface Pending {
  resolve: (value: unknown) => void
  reject: (error: AppError) => void
}

const errorOf = (failure: Failure): AppError =>
  new AppError(failure.kind, failure.message, {
    retryable: failure.retryable,
    ...(failure.advice === undefined ? {} : { advice: failure.advice }),
  })

const stopped = (): AppError =>
  new AppError('storage', 'The cache stopped working.', { advice: 'Restart the app: nothing that was synced is lost.' })

interface Thread {
  send(method: CacheRequest['method'], args: unknown[]): Promise<unknown>
  /** Resolves when the database is open; rejects when it cannot be. */
  opened: Promise<void>
  /** Lets a reader open its database. */
  open(): void
  close(): Promise<void>
  /** Ends the thread without closing anything. */
  terminate(): Promise<unknown>
}

const startThread = (workerUrl: URL, workerData: object): Thread => {
  const worker = new Worker(workerUrl, { workerData })
  const pending = new Map<number, Pending>()
  let next = 1
  let ended = false
  const { promise: opened, resolve, reject: refuse } = Promise.withResolvers<void>()
  const end = (): void => {
    ended = true
    refuse(stopped())
    for (const { reject } of pending.values()) reject(stopped())
    pending.clear()
  }
  const send = (method: CacheRequest['method'], args: unknown[]): Promise<unknown> =>
    new Promise((answered, reject) => {
      if (ended) return reject(stopped())
      const id = next++
      pending.set(id, { resolve: answered, reject })
      worker.postMessage({ id, method, args } satisfies CacheRequest)
    })
  worker.on('message', (answer: CacheAnswer) => {
    if ('ready' in answer) return resolve()
    if ('refused' in answer) return refuse(errorOf(answer.refused))
    const call = pending.get(answer.id)
    pending.delete(answer.id)
    if ('failure' in answer) call?.reject(errorOf(answer.failure))
    else call?.resolve(answer.value)
  })
  worker.on('error', end)
  worker.on('exit', end)
  return {
    send,
    opened,
    open: () => worker.postMessage(null),
    close: async () => {
      if (!ended) await send('close', [])
      await worker.terminate()
    },
    terminate: () => worker.terminate(),
  }
}

/**
 * Opens a cache in threads of its own, so that a long statement never freezes the app and a search never waits for a
 * sync. Every method of the result is one message; the calls of one thread are answered in order, except that a newer
 * keystroke's search takes the place of an older one (`cancelled`). Throws AppError `storage` when the file cannot be
 * opened.
 */
export const openCache = async (options: { workerUrl: URL; file: string; nativeBinding?: string }): Promise<Cache> => {
  const { workerUrl, ...workerData } = options
  const writer = startThread(workerUrl, { ...workerData, role: 'writer' satisfies CacheRole })
  const reader = startThread(workerUrl, { ...workerData, role: 'reader' satisfies CacheRole })
  const close = async (): Promise<void> => {
    // The last connection to close empties the log: the one that may write.
    await reader.close()
    await writer.close()
  }
  try {
    await writer.opened
    reader.open()
    await reader.opened
  } catch (error) {
    reader.opened.catch(() => undefined)
    await Promise.all([reader.terminate(), writer.terminate()])
    throw error
  }
  const methods = Object.fromEntries(
    Object.entries(METHODS).map(([name, role]) => [
      name,
      (...args: unknown[]) => (role === 'writer' ? writer : reader).send(name as keyof CacheMethods, args),
    ]),
  )
  return { ...methods, close } as Cache
}
