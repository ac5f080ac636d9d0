import { join } from 'node:path'
import { AppError } from '#shared/domain/errors.ts'
import { replaceFile } from '../storage/write-whole.ts'

/** Asks where to save: the chosen path; null when the person changed their mind. */
export type AskPath = (options: {
  defaultPath: string
  filter: { name: string; extension: string }
}) => Promise<string | null>

export interface SaveParts {
  ask: AskPath
  /** The folder that is offered. */
  folder: string
}

/**
 * Asks where to save and writes the file whole, for its owner only (it is personal data). False when the person changed
 * their mind. Throws `storage` when the disk refuses.
 */
export const saveFile = async (
  { ask, folder }: SaveParts,
  { name, extension, kind, content }: { name: string; extension: string; kind: string; content: string },
): Promise<boolean> => {
  const path = await ask({ defaultPath: join(folder, `${name}.${extension}`), filter: { name: kind, extension } })
  if (path === null) return false
  try {
    replaceFile(path, content, `${path}.part`)
    return true
  } catch (error) {
    throw new AppError('storage', 'The file could not be written.', {
      advice: 'Choose another folder, or free some space.',
      cause: error,
    })
  }
}
