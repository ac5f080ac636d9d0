import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { log } from '../log.ts'
import { writeWhole } from '../storage/write-whole.ts'

/** One saved workspace. The key is here only as a blob that the OS keyring encrypted (base64). */
const SavedWorkspace = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['demo', 'connected']),
  url: z.string().nullable(),
  keyLast4: z.string().nullable(),
  keyBlob: z.string().nullable(),
  createdAt: z.number().int(),
})
export type SavedWorkspace = z.infer<typeof SavedWorkspace>

const Saved = z.object({ version: z.literal(1), current: z.string().nullable(), workspaces: z.array(SavedWorkspace) })
type Saved = z.infer<typeof Saved>

const EMPTY: Saved = { version: 1, current: null, workspaces: [] }

/**
 * The list of workspaces in `workspaces.json`. Every change is on disk (whole, mode 0600) before the call returns, or
 * throws AppError `storage` and has not happened.
 */
export interface Registry {
  all(): SavedWorkspace[]
  find(id: string): SavedWorkspace | null
  /** Adds or replaces by id. */
  save(workspace: SavedWorkspace): void
  remove(id: string): void
  current(): string | null
  setCurrent(id: string | null): void
  /** Set when the file on disk could not be read: where it was put aside. */
  damage: string | null
}

const read = (file: string): { saved: Saved; damage: string | null } => {
  if (!existsSync(file)) return { saved: EMPTY, damage: null }
  const text = readFileSync(file, 'utf8')
  try {
    return { saved: Saved.parse(JSON.parse(text)), damage: null }
  } catch {
    // Never overwritten: it may hold the only copy of an encrypted key.
    const aside = `${file}.damaged-${Date.now()}`
    renameSync(file, aside)
    log('error', 'workspaces', 'the list of workspaces was damaged and was put aside')
    return {
      saved: EMPTY,
      damage: 'The list of workspaces could not be read. It was put aside; connect your workspaces again.',
    }
  }
}

/** Opens (or starts) the list in `file`. Throws the file system's errors when it cannot be read or its folder not made. */
export const openRegistry = (file: string): Registry => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const opened = read(file)
  let saved = opened.saved
  const write = (next: Saved): void => {
    writeWhole(file, `${JSON.stringify(next, null, 2)}\n`, 'list of workspaces')
    saved = next
  }
  const without = (id: string): SavedWorkspace[] => saved.workspaces.filter((workspace) => workspace.id !== id)
  return {
    all: () => saved.workspaces,
    find: (id) => saved.workspaces.find((workspace) => workspace.id === id) ?? null,
    save: (workspace) => {
      const known = saved.workspaces.some(({ id }) => id === workspace.id)
      const workspaces = known
        ? saved.workspaces.map((old) => (old.id === workspace.id ? workspace : old))
        : [...saved.workspaces, workspace]
      write({ ...saved, workspaces })
    },
    remove: (id) => write({ ...saved, workspaces: without(id), current: saved.current === id ? null : saved.current }),
    current: () => saved.current,
    setCurrent: (id) => write({ ...saved, current: id }),
    damage: opened.damage,
  }
}
