import { isDamage } from '../storage/damage.ts'
import { answerRequest, type ThreadDesk } from '../threads/answer-request.ts'
import type { ThreadAnswer, ThreadRequest } from '../threads/messages.ts'
import { failureOf } from '../threads/storage-failure.ts'

/**
 * Answers one question, whether the file is sound: seconds for a million people. It goes table by table, so that closing
 * never waits long.
 */
export const checkFile = (desk: ThreadDesk): void => {
  const { db, port, thing } = desk
  let closed = false
  const check = (id: number): void => {
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[]
    const next = (): void => {
      if (closed) return
      const table = tables.pop()
      try {
        const sound = table === undefined || db.pragma(`quick_check('${table}')`, { simple: true }) === 'ok'
        if (sound && table !== undefined) setImmediate(next)
        else port.postMessage({ id, value: sound } satisfies ThreadAnswer)
      } catch (error) {
        port.postMessage({ id, failure: failureOf(error, thing), damaged: isDamage(error) } satisfies ThreadAnswer)
      }
    }
    next()
  }
  port.on('message', (request: ThreadRequest) => {
    closed = request.method === 'close'
    if (closed) answerRequest(desk, request, () => undefined)
    else check(request.id)
  })
}
