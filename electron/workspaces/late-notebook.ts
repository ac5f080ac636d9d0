import { AppError } from '#shared/domain/errors.ts'
import type { Notebook, OpenedNotebook } from '../notebook/notebook.ts'
import type { Clock } from '../postpress/clock.ts'

/** A notebook that opens when it is needed: its thread must not slow down the first rows of the window. */
export interface LateNotebook {
  /**
   * Opens it for the first who asks. Rejects with `storage` when its file cannot be opened; where the reason can pass (a
   * full disk, a file in use), the next call tries again.
   */
  get(): Promise<Notebook>
  /** Opens it; resolves also when that was not possible: everything else of the workspace works without it. */
  tried(): Promise<void>
  /** Opens it after a moment when nobody asks before. */
  soon(): void
  /** What people must be told about its first opening, once it was tried. Never rejects. */
  told: Promise<string | null>
  /** Closes it when it was opened. */
  close(): Promise<void>
}

/** By then the first rows are painted, ms. */
const SOON_MS = 1_500
/** Whoever leaves the app open for days has a copy of every day, ms. */
const COPY_EVERY_MS = 60 * 60 * 1_000

const toldOf = (error: unknown): string =>
  error instanceof AppError
    ? [error.failure.message, error.failure.advice].filter(Boolean).join(' ')
    : 'The file with cases and notes could not be opened.'

/**
 * Makes the notebook that `open` opens; nothing is opened yet. While it is open it is copied once a day; `copyFailed` hears
 * when that was not possible, and the next hour tries again.
 */
export const createLateNotebook = (
  open: () => Promise<OpenedNotebook>,
  clock: Clock,
  copyFailed: (error: unknown) => void,
): LateNotebook => {
  const { promise: told, resolve: tell } = Promise.withResolvers<string | null>()
  let opening: Promise<OpenedNotebook> | null = null
  let cancel: () => void = () => undefined
  let stopCopying: () => void = () => undefined
  const keepCopying = (notebook: Notebook): void => {
    stopCopying = clock.after(COPY_EVERY_MS, () => {
      keepCopying(notebook)
      notebook.copyDaily(clock.now()).catch(copyFailed)
    })
  }
  const start = async (): Promise<OpenedNotebook> => {
    try {
      const notebook = await open()
      tell(notebook.told)
      keepCopying(notebook)
      return notebook
    } catch (error) {
      tell(toldOf(error))
      if (error instanceof AppError && error.failure.retryable) opening = null
      throw error
    }
  }
  const get = (): Promise<OpenedNotebook> => {
    cancel()
    opening ??= start()
    return opening
  }
  // Whoever asks hears of a failure, and `told` says it to people.
  const tried = (): Promise<void> =>
    get().then(
      () => undefined,
      () => undefined,
    )
  return {
    get,
    tried,
    told,
    soon: () => {
      cancel = clock.after(SOON_MS, () => void tried())
    },
    close: async () => {
      cancel()
      const notebook = await opening?.catch(() => null)
      stopCopying()
      await notebook?.close()
    },
  }
}
