import { AppError } from '#shared/domain/errors.ts'
import type { Notebook, OpenedNotebook } from '../notebook/notebook.ts'
import type { Clock } from '../postpress/clock.ts'

/** A notebook that opens when it is needed: its thread must not slow down the first rows of the window. */
export interface LateNotebook {
  /** Opens it for the first who asks. Rejects with `storage` when its file cannot be opened, each time. */
  get(): Promise<Notebook>
  /** What people must be told about its opening, once it was opened or turned out not to open. Never rejects. */
  told: Promise<string | null>
  /** Opens it after a moment when nobody asks before. */
  soon(): void
  /** Closes it when it was opened. */
  close(): Promise<void>
}

/** By then the first rows are painted, ms. */
const SOON_MS = 1_500

const toldBy = (opening: Promise<OpenedNotebook>): Promise<string | null> =>
  opening.then(
    ({ told }) => told,
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error
      return [error.failure.message, error.failure.advice].filter(Boolean).join(' ')
    },
  )

/** Makes the notebook that `open` opens; nothing is opened yet. */
export const createLateNotebook = (open: () => Promise<OpenedNotebook>, clock: Clock): LateNotebook => {
  const { promise: told, resolve: tell } = Promise.withResolvers<string | null>()
  let opening: Promise<OpenedNotebook> | null = null
  let cancel: () => void = () => undefined
  const get = (): Promise<OpenedNotebook> => {
    cancel()
    if (opening === null) {
      opening = open()
      tell(toldBy(opening))
    }
    return opening
  }
  return {
    get,
    told,
    soon: () => {
      // Whoever asks hears of a failure, and `told` says it to people.
      cancel = clock.after(SOON_MS, () => void get().catch(() => undefined))
    },
    close: async () => {
      cancel()
      const notebook = await opening?.catch(() => null)
      await notebook?.close()
    },
  }
}
