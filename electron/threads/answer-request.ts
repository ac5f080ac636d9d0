import type { MessagePort } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import { isDamage } from '../storage/damage.ts'
import type { ThreadAnswer, ThreadRequest } from './messages.ts'
import { failureOf, type StoredThing } from './storage-failure.ts'

/** What a thread answers from. */
export interface ThreadDesk {
  db: Database.Database
  methods: Record<string, (...args: unknown[]) => unknown>
  port: MessagePort
  thing: StoredThing
}

/** Runs one request and posts its answer; `close` runs `closing`, closes the file and ends the thread. */
export const answerRequest = (
  { db, methods, port, thing }: ThreadDesk,
  { id, method, args }: ThreadRequest,
  closing: () => void,
): void => {
  const send = (message: ThreadAnswer): void => port.postMessage(message)
  try {
    if (method === 'close') {
      try {
        closing()
      } finally {
        db.close()
      }
      send({ id, value: null })
      port.close()
      return
    }
    send({ id, value: methods[method]?.(...args) })
  } catch (error) {
    send({ id, failure: failureOf(error, thing), damaged: isDamage(error) })
  }
}
