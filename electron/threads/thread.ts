import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '#shared/domain/errors.ts'
import type { ThreadAnswer, ThreadRequest } from './messages.ts'

interface Pending {
  resolve: (value: unknown) => void
  reject: (error: AppError) => void
}

/** A thread that holds a database: calls are messages, answered in the order of the thread. */
export interface Thread {
  send(method: string, args: unknown[]): Promise<unknown>
  /** Resolves when the database is open, with what its opening had to say; rejects when it cannot be opened. */
  opened: Promise<unknown>
  close(): Promise<void>
  /** Ends the thread without closing anything. */
  terminate(): Promise<unknown>
}

const errorOf = (failure: Failure): AppError =>
  new AppError(failure.kind, failure.message, {
    retryable: failure.retryable,
    ...(failure.advice === undefined ? {} : { advice: failure.advice }),
  })

/**
 * Starts a thread. `stopped` makes the error of every call that the thread can no longer answer; `damaged` hears of
 * every answer that says that the file itself is wrong. `spare`: one that has started already and waits for its data.
 */
export const startThread = (
  workerUrl: URL,
  workerData: object,
  stopped: () => AppError,
  damaged: () => void = () => undefined,
  spare: Worker | null = null,
): Thread => {
  const worker = spare ?? new Worker(workerUrl, { workerData })
  spare?.postMessage(workerData)
  const pending = new Map<number, Pending>()
  let next = 1
  let ended = false
  const { promise: opened, resolve, reject: refuse } = Promise.withResolvers<unknown>()
  const end = (): void => {
    ended = true
    refuse(stopped())
    for (const { reject } of pending.values()) reject(stopped())
    pending.clear()
  }
  const send = (method: string, args: unknown[]): Promise<unknown> =>
    new Promise((answered, reject) => {
      if (ended) return reject(stopped())
      const id = next++
      pending.set(id, { resolve: answered, reject })
      worker.postMessage({ id, method, args } satisfies ThreadRequest)
    })
  worker.on('message', (answer: ThreadAnswer) => {
    if ('ready' in answer) return resolve(answer.told)
    if ('refused' in answer) return refuse(errorOf(answer.refused))
    const call = pending.get(answer.id)
    pending.delete(answer.id)
    if ('failure' in answer) {
      call?.reject(errorOf(answer.failure))
      if (answer.damaged) damaged()
    } else call?.resolve(answer.value)
  })
  worker.on('error', end)
  worker.on('exit', end)
  return {
    send,
    opened,
    close: async () => {
      try {
        if (!ended) await send('close', [])
      } finally {
        await worker.terminate()
      }
    },
    terminate: () => worker.terminate(),
  }
}
