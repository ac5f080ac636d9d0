import type { Cache } from '../cache/cache.ts'
import type { Board } from './board.ts'

/** When the API answered last, by this computer's clock. */
export const LAST_CONTACT = 'last-contact-at'
const LAST_COMPLETE = 'last-complete-at'

/** A time that is kept as a fact; null when there is none. Rejects with `storage`. */
export const readTime = async (cache: Pick<Cache, 'readFact'>, name: string): Promise<number | null> => {
  const text = await cache.readFact(name)
  const time = text === null ? Number.NaN : Number(text)
  return Number.isSafeInteger(time) ? time : null
}

/** Puts what earlier runs left on the board. A run that was killed left `running` behind. Rejects with `storage`. */
export const restoreBoard = async (cache: Cache, board: Board): Promise<void> => {
  const [accounts, checkpoints, lastContactAt, lastCompleteAt] = await Promise.all([
    cache.accounts(),
    cache.checkpoints(),
    readTime(cache, LAST_CONTACT),
    readTime(cache, LAST_COMPLETE),
  ])
  for (const { id, provider } of accounts) if (provider !== null) board.list(id, provider)
  for (const checkpoint of checkpoints) {
    const wasCutOff = checkpoint.state === 'running' || checkpoint.state === 'queued'
    board.put(wasCutOff ? { ...checkpoint, state: 'interrupted' } : checkpoint)
  }
  board.patch({ lastContactAt, lastCompleteAt })
}

/** Keeps when the API last answered. Rejects with `storage`. */
export const keepContact = async (cache: Cache, board: Board): Promise<void> => {
  const { lastContactAt } = board.status()
  if (lastContactAt !== null) await cache.saveFact(LAST_CONTACT, String(lastContactAt))
}

/** Keeps that everything was read to its end, when it was. Rejects with `storage`. */
export const keepCompletion = async (cache: Cache, board: Board, at: number): Promise<void> => {
  const { failure, resources } = board.status()
  if (failure !== null || resources.some(({ state }) => state !== 'done')) return
  await cache.saveFact(LAST_COMPLETE, String(at))
  board.patch({ lastCompleteAt: at })
}
