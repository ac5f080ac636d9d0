import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What the app itself writes into its data folder, beside what Chromium keeps there (see `eraseAll`). */
const OURS = /^(?:caches|notebooks|backups|workspaces\.json|vault\.json|privacy\.json|window\.json|inspector\.log)/

export interface EraseParts {
  dataDir: string
  /** Deletes the keys, then closes and deletes the workspaces. */
  eraseWorkspaces: () => Promise<unknown>
  /** Empties what the page may keep (layout, caches). */
  erasePage: () => Promise<unknown>
}

/**
 * Deletes everything that the app keeps on this computer: first the keys, for without them nothing that is left of a
 * file can be read, then the files of every workspace, then settings, log and what the page kept.
 */
export const eraseAll = async ({ dataDir, eraseWorkspaces, erasePage }: EraseParts): Promise<void> => {
  await eraseWorkspaces()
  await erasePage()
  if (!existsSync(dataDir)) return
  for (const name of readdirSync(dataDir).filter((one) => OURS.test(one)))
    rmSync(join(dataDir, name), { recursive: true, force: true })
}
