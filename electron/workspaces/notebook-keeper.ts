import { AppError } from '#shared/domain/errors.ts'
import type { Notebook } from '../notebook/notebook.ts'

/** The notebook of an open workspace, or why there is none: the rest of the workspace works without it. */
export interface NotebookKeeper {
  /**
   * Throws `storage` while the file cannot be opened. When the reason can pass (a full disk, a file in use), each such
   * call also tries to open it again, so that the next one finds it.
   */
  get(): Notebook
  isOpen(): boolean
  /** What people must be told about the opening. */
  told: string | null
  close(): Promise<void>
}

const toldBy = (notebook: Notebook | AppError): string | null =>
  notebook instanceof AppError
    ? [notebook.failure.message, notebook.failure.advice].filter(Boolean).join(' ')
    : notebook.told

const tryTo = async (open: () => Promise<Notebook>): Promise<Notebook | AppError> => {
  try {
    return await open()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** Opens a notebook. `failed` hears of errors of a later try that are none of the file's. Rejects with nothing but those. */
export const keepNotebook = async (
  open: () => Promise<Notebook>,
  failed: (error: unknown) => void,
): Promise<NotebookKeeper> => {
  let notebook = await tryTo(open)
  let trying: Promise<void> | null = null
  let closed = false
  const tryAgain = async (): Promise<void> => {
    try {
      notebook = await tryTo(open)
    } catch (error) {
      failed(error)
    } finally {
      trying = null
    }
  }
  return {
    get: () => {
      if (!(notebook instanceof AppError)) return notebook
      if (notebook.failure.retryable && !closed) trying ??= tryAgain()
      throw notebook
    },
    isOpen: () => !(notebook instanceof AppError),
    told: toldBy(notebook),
    close: async () => {
      closed = true
      await trying
      if (!(notebook instanceof AppError)) await notebook.close()
    },
  }
}
