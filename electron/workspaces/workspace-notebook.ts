import type { Cache } from '../cache/cache.ts'
import { describeError, log } from '../log.ts'
import type { Notebook, OpenedNotebook } from '../notebook/notebook.ts'
import { startNotebook } from '../notebook/thread.ts'
import { systemClock } from '../postpress/clock.ts'
import type { DataKey } from '../vault/vault.ts'
import { createLateNotebook, type LateNotebook } from './late-notebook.ts'

/** What every notebook is opened with. */
export interface NotebookParts {
  notebookWorker: URL
  /** Who works here, for the audit log: the login name. */
  actor: string
  sqliteBinding: string | undefined
}

/** Under this name the notebook keeps who was forgotten: hashes only. */
export const FORGOTTEN_SETTING = 'forgotten-people'

const openNotebookOf = (parts: NotebookParts, file: string, key: DataKey): Promise<OpenedNotebook> =>
  startNotebook({
    workerUrl: parts.notebookWorker,
    file,
    key: key.bytes,
    keyProven: key.proven,
    nativeBinding: parts.sqliteBinding,
    actor: parts.actor,
  })

/** Who was forgotten is kept in the notebook too: a cache that was built anew must not bring them back. */
const rememberForgotten = async (cache: Cache, notebook: Notebook): Promise<void> => {
  const kept = await notebook.readSetting(FORGOTTEN_SETTING)
  if (kept !== null) await cache.restoreForgotten(kept)
}

/** The notebook in `file`, beside the cache of its workspace. Nothing is opened yet. */
export const workspaceNotebook = (parts: NotebookParts, file: string, key: DataKey, cache: Cache): LateNotebook =>
  createLateNotebook(
    async () => {
      const opened = await openNotebookOf(parts, file, key)
      try {
        await rememberForgotten(cache, opened)
        return opened
      } catch (error) {
        await opened.close()
        throw error
      }
    },
    systemClock,
    (error) => log('error', 'notebook copy', describeError(error)),
  )
