import type { AttendeeQuery } from '#shared/domain/attendees.ts'
import type { CacheRequest } from './worker.ts'

const queryOf = ({ args }: CacheRequest): AttendeeQuery => args[0] as AttendeeQuery

const isKeystroke = (request: CacheRequest): boolean =>
  request.method === 'listAttendees' && queryOf(request).effort === 'quick'

/** The first answer to a keystroke goes before pages, and counts go last: nobody waits for them. */
const urgency = (request: CacheRequest): number =>
  isKeystroke(request) ? 0 : request.method === 'countAttendees' ? 2 : 1

/** Whether `newer` makes the answer to `older` worthless: another text was typed meanwhile. */
const supersedes = (newer: CacheRequest, older: CacheRequest): boolean => {
  if (newer.method === 'countAttendees' && older.method === 'countAttendees') return true
  return (
    isKeystroke(newer) &&
    older.method === 'listAttendees' &&
    (isKeystroke(older) || queryOf(older).text !== queryOf(newer).text)
  )
}

/** Requests that wait for the reading thread. */
export interface ReadingQueue {
  /** Adds a request and returns those that it makes worthless: they are dropped, not answered late. */
  add(request: CacheRequest): CacheRequest[]
  /** The next request to answer. */
  take(): CacheRequest | undefined
}

/** Newest keystroke first, superseded ones dropped; everything else in the order it came. */
export const createReadingQueue = (): ReadingQueue => {
  let waiting: CacheRequest[] = []
  return {
    add: (request) => {
      const dropped = waiting.filter((older) => supersedes(request, older))
      waiting = [...waiting.filter((older) => !dropped.includes(older)), request]
      return dropped
    },
    take: () => {
      const next = [0, 1, 2].map((level) => waiting.find((request) => urgency(request) === level)).find(Boolean)
      waiting = waiting.filter((request) => request !== next)
      return next
    },
  }
}
