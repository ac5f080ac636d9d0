import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '#shared/domain/errors.ts'
import type { Cache, CacheMethods } from './cache.ts'
import type { CacheAnswer, CacheRequest } from './worker.ts'

const METHODS: Record<keyof CacheMethods, true> = {
  saveAccounts: true,
  accounts: true,
  overview: true,
  checkpoints: true,
  saveCheckpoint: true,
  savePage: true,
  countUnseen: true,
  chatsWithoutMembers: true,
  saveRun: true,
  syncReport: true,
  changesOf: true,
  saveProfile: true,
  listAttendees: true,
  countAttendees: true,
  lettersOf: true,
  passport: true,
  findAttendees: true,
  findAcquaintance: true,
  unknownPassport: true,
  lookupsOn: true,
  countLookup: true,
  readFact: true,
  saveFact: true,
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

/**
 * Opens a cache in its own thread, so that a long statement never freezes the app. Every method of the result is one
 * message; calls are answered in order. Throws AppError `storage` when the file cannot be opened.
 */
export const openCache = (options: { workerUrl: URL; file: string; nativeBinding?: string }): Promise<Cache> =>
  new Promise((opened, refused) => {
    const { workerUrl, ...workerData } = options
    const worker = new Worker(workerUrl, { workerData })
    const pending = new Map<number, Pending>()
    let next = 1
    let ended = false
    const end = (): void => {
      ended = true
      refused(stopped())
      for (const { reject } of pending.values()) reject(stopped())
      pending.clear()
    }
    const send = (method: CacheRequest['method'], args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (ended) return reject(stopped())
        const id = next++
        pending.set(id, { resolve, reject })
        worker.postMessage({ id, method, args } satisfies CacheRequest)
      })
    const close = async (): Promise<void> => {
      if (ended) return
      await send('close', [])
      await worker.terminate()
    }
    const methods = Object.fromEntries(
      Object.keys(METHODS).map((name) => [name, (...args: unknown[]) => send(name as keyof CacheMethods, args)]),
    )
    worker.on('message', (answer: CacheAnswer) => {
      if ('ready' in answer) return opened({ ...methods, close } as Cache)
      if ('refused' in answer) return refused(errorOf(answer.refused))
      const call = pending.get(answer.id)
      pending.delete(answer.id)
      if ('failure' in answer) call?.reject(errorOf(answer.failure))
      else call?.resolve(answer.value)
    })
    worker.on('error', end)
    worker.on('exit', end)
  })
