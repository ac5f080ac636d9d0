import { AppError } from '#shared/domain/errors.ts'

/** Wrong passphrases that cost nothing more than the time of scrypt itself. */
const FREE = 3
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 5 * 60_000

/** Slows guessing in the app down; guessing on a copied file is slowed down by scrypt alone. */
export interface Attempts {
  /** Throws `rate-limited` while a wait is not over. */
  check(id: string): void
  failed(id: string): void
  succeeded(id: string): void
}

/** From the fourth wrong try on each one doubles the wait. `elapsed`: ms of a clock that nobody can set. */
export const createAttempts = (elapsed: () => number): Attempts => {
  const wrong = new Map<string, { count: number; until: number }>()
  return {
    check: (id) => {
      const left = Math.ceil(((wrong.get(id)?.until ?? 0) - elapsed()) / 1_000)
      if (left > 0)
        throw new AppError('rate-limited', 'Too many wrong passphrases.', {
          advice: `Try again in ${left} second${left === 1 ? '' : 's'}.`,
          retryable: true,
        })
    },
    failed: (id) => {
      const count = (wrong.get(id)?.count ?? 0) + 1
      const wait = count <= FREE ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (count - FREE - 1), LONGEST_WAIT_MS)
      wrong.set(id, { count, until: elapsed() + wait })
    },
    succeeded: (id) => void wrong.delete(id),
  }
}
