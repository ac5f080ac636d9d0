import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { log } from '../log.ts'
import { writeWhole } from '../storage/write-whole.ts'
import { PassphraseRecipe } from './passphrase.ts'

/** What is kept on disk of one workspace's keys. Nothing here is readable without its keeper, except for `open`. */
export const KeptKeys = z.object({
  /** Who protects them: the OS keyring, a passphrase, or nobody (the demo workspace, which holds nothing real). */
  keeper: z.enum(['keyring', 'passphrase', 'open']),
  /** The keyring's backend when they were stored ("gnome_libsecret"), to explain a keyring that changed. */
  backend: z.string().nullable(),
  /** The protected API key, and when it was entered (ms). */
  apiKey: z.object({ sealed: z.string(), since: z.number().int() }).nullable(),
  /** The protected key of the workspace's files. */
  dataKey: z.string(),
  /** Tells a wrong data key from a damaged file. */
  check: z.string(),
  recipe: PassphraseRecipe.nullable(),
})
export type KeptKeys = z.infer<typeof KeptKeys>

const Saved = z.object({ version: z.literal(1), keys: z.record(z.string(), KeptKeys) })

/** Where protected keys are kept between runs, by workspace id. Every change is on disk before the call returns, or throws `storage`. */
export interface VaultFile {
  read(id: string): KeptKeys | null
  write(id: string, keys: KeptKeys | null): void
  /** Set when the file could not be read: what people must know. */
  damage: string | null
}

const read = (file: string): { keys: Map<string, KeptKeys>; damage: string | null } => {
  if (!existsSync(file)) return { keys: new Map(), damage: null }
  const text = readFileSync(file, 'utf8')
  try {
    return { keys: new Map(Object.entries(Saved.parse(JSON.parse(text)).keys)), damage: null }
  } catch {
    // Never overwritten: it may hold the only copy of a key.
    renameSync(file, `${file}.damaged-${Date.now()}`)
    log('error', 'vault', 'the file of protected keys was damaged and was put aside')
    return {
      keys: new Map(),
      damage: 'The file with the protected keys could not be read and was put aside. Enter the API keys again.',
    }
  }
}

/** Opens (or starts) `vault.json` (mode 0600). Throws only when it cannot be read or its folder not be written. */
export const openVaultFile = (file: string): VaultFile => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const { keys, damage } = read(file)
  const save = (next: Map<string, KeptKeys>): void => {
    const text = JSON.stringify({ version: 1, keys: Object.fromEntries(next) }, null, 2)
    writeWhole(file, `${text}\n`, 'file of protected keys')
  }
  return {
    read: (id) => keys.get(id) ?? null,
    write: (id, kept) => {
      const next = new Map(keys)
      if (kept === null) next.delete(id)
      else next.set(id, kept)
      save(next)
      if (kept === null) keys.delete(id)
      else keys.set(id, kept)
    },
    damage,
  }
}
