import { parentPort, workerData } from 'node:worker_threads'
import { AppError, type Failure } from '#shared/domain/errors.ts'
import type { CacheMethods } from './cache.ts'
import { createMethods } from './methods.ts'
import { openDatabase } from './open.ts'

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

const serve = (): void => {
  const port = parentPort
  if (port === null) return
  const send = (answer: CacheAnswer): void => port.postMessage(answer)
  try {
    const { file, nativeBinding } = workerData as { file: string; nativeBinding?: string }
    const db = openDatabase(file, nativeBinding)
    const methods = createMethods(db) as unknown as Record<string, (...args: unknown[]) => unknown>
    port.on('message', ({ id, method, args }: CacheRequest) => {
      try {
        if (method === 'close') {
          db.pragma('wal_checkpoint(TRUNCATE)')
          db.close()
          send({ id, value: null })
          port.close()
          return
        }
        send({ id, value: methods[method]?.(...args) })
      } catch (error) {
        send({ id, failure: failureOf(error) })
      }
    })
    send({ ready: true })
  } catch (error) {
    send({ refused: failureOf(error) })
    port.close()
  }
}

serve()
