import { AppError } from '#shared/domain/errors.ts'
import { startThread } from '../threads/thread.ts'
import type { NotebookMethods, OpenedNotebook } from './notebook.ts'

export interface NotebookThreadData {
  file: string
  /** A Buffer arrives in the thread as plain bytes. */
  key: Uint8Array | null
  keyProven?: boolean
  nativeBinding?: string | undefined
  /** Who works with it, for the audit log. */
  actor: string
}

const METHODS: Record<keyof NotebookMethods, true> = {
  audit: true,
  auditPage: true,
  readSetting: true,
  saveSetting: true,
  cases: true,
  readCase: true,
  addCase: true,
  changeCase: true,
  removeCase: true,
  pin: true,
  annotate: true,
  removePin: true,
  casesHolding: true,
  links: true,
  decide: true,
  forgetPerson: true,
  copyDaily: true,
}

const stopped = (): AppError =>
  new AppError('storage', 'The notebook stopped working.', { advice: 'Restart the app: what was saved is kept.' })

/**
 * Opens a notebook in a thread of its own, so that waiting for the disk never freezes the app. Calls are answered in
 * order. Throws AppError `storage` when the file cannot be opened.
 */
export const startNotebook = async (options: NotebookThreadData & { workerUrl: URL }): Promise<OpenedNotebook> => {
  const { workerUrl, ...workerData } = options
  const thread = startThread(workerUrl, workerData, stopped)
  try {
    const told = (await thread.opened) as string | null
    const methods = Object.fromEntries(
      Object.keys(METHODS).map((name) => [name, (...args: unknown[]) => thread.send(name, args)]),
    )
    return { ...methods, told, close: thread.close } as OpenedNotebook
  } catch (error) {
    await thread.terminate()
    throw error
  }
}
