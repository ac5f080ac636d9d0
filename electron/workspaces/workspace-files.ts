import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { eraseNotebook } from '../notebook/files.ts'
import { isPlainDatabase, leftoversOf, moveDatabase, overwrite, removeDatabase } from '../storage/database-files.ts'
import { marksOf } from '../storage/marks.ts'
import { eraseSetAside } from '../storage/set-aside.ts'

/** Files of a workspace whose key is for one run only: nobody can read them afterwards. */
const FLEETING = '.session.sqlite'

export interface WorkspaceFiles {
  cache: string
  notebook: string
}

/** Where a workspace's files are. `lasting`: their key is kept, so they are too. */
export const filesOf = (dataDir: string, id: string, lasting: boolean): WorkspaceFiles => {
  const name = id + (lasting ? '.sqlite' : FLEETING)
  return { cache: join(dataDir, 'caches', name), notebook: join(dataDir, 'notebooks', name) }
}

/** Deletes a cache and every file beside it that may hold a copy; what was plain is overwritten first. */
export const eraseCacheFile = (file: string): void => {
  for (const name of [file, ...leftoversOf(file)]) {
    if (isPlainDatabase(name)) for (const part of ['', '-wal']) overwrite(name + part)
    removeDatabase(name)
  }
  eraseSetAside(file)
  for (const mark of marksOf(file)) rmSync(mark, { force: true })
}

/** Deletes what a workspace keeps under a key of this run. */
export const eraseFleeting = (dataDir: string, id: string): void => {
  const { cache, notebook } = filesOf(dataDir, id, false)
  eraseCacheFile(cache)
  eraseNotebook(notebook)
}

/** Keeps what was under a key of this run, now that the key is kept. Both must be closed. */
export const keepFleeting = (dataDir: string, id: string): void => {
  const [from, to] = [filesOf(dataDir, id, false), filesOf(dataDir, id, true)]
  for (const what of ['cache', 'notebook'] as const)
    if (existsSync(from[what]) && !existsSync(to[what])) moveDatabase(from[what], to[what])
}

/** Deletes a cache that is readable by anybody and that no key can protect now: it is read again from the API. */
export const erasePlainCache = (dataDir: string, id: string): void => {
  const { cache } = filesOf(dataDir, id, true)
  if (isPlainDatabase(cache)) eraseCacheFile(cache)
}

/** Deletes everything cached for a workspace. */
export const eraseCache = (dataDir: string, id: string): void => {
  eraseCacheFile(filesOf(dataDir, id, true).cache)
  eraseCacheFile(filesOf(dataDir, id, false).cache)
}

/** Deletes everything of a workspace. */
export const eraseFiles = (dataDir: string, id: string): void => {
  eraseCache(dataDir, id)
  for (const lasting of [true, false]) eraseNotebook(filesOf(dataDir, id, lasting).notebook)
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch (error) {
    // Nothing was ever kept here.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Deletes files of earlier runs that nobody can read any more: those runs were cut off before they could. */
export const sweepFleeting = (dataDir: string): void => {
  for (const folder of ['caches', 'notebooks'])
    for (const name of namesIn(join(dataDir, folder))) {
      const end = name.indexOf(FLEETING)
      if (end > 0) eraseCacheFile(join(dataDir, folder, name.slice(0, end) + FLEETING))
    }
}
