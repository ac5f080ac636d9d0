import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { PrivacySettings } from '#shared/domain/privacy.ts'
import { writeWhole } from '../storage/write-whole.ts'

/** What holds until somebody chooses otherwise. */
export const DEFAULTS: PrivacySettings = {
  lockMinutes: 10,
  lockWithScreen: true,
  clearClipboard: true,
  protectContent: false,
  retentionDays: 30,
}

const App = PrivacySettings.omit({ retentionDays: true })
const Saved = z.object({
  version: z.literal(1),
  app: App,
  /** By workspace. */
  retentionDays: z.record(z.string(), PrivacySettings.shape.retentionDays),
})
type Saved = z.infer<typeof Saved>

/** The privacy choices of this computer's user. `workspaceId` null: no workspace is open. */
export interface PrivacyChoices {
  of(workspaceId: string | null): PrivacySettings
  /** On disk (whole, mode 0600) when it returns. Throws `storage` when the disk refuses: nothing is changed then. */
  save(workspaceId: string | null, settings: PrivacySettings): void
  /** Forgets what was chosen for a workspace that is removed. */
  drop(workspaceId: string): void
}

const EMPTY: Saved = { version: 1, app: App.parse(DEFAULTS), retentionDays: {} }

/** A damaged file means the defaults, which are the careful choice. */
const read = (file: string): Saved => {
  if (!existsSync(file)) return EMPTY
  const text = readFileSync(file, 'utf8')
  try {
    return Saved.parse(JSON.parse(text))
  } catch {
    return EMPTY
  }
}

/** Opens (or starts) the choices in `file`. */
export const openPrivacyChoices = (file: string): PrivacyChoices => {
  let saved = read(file)
  const write = (next: Saved): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeWhole(file, `${JSON.stringify(next, null, 2)}\n`, 'file of privacy settings')
    saved = next
  }
  return {
    of: (id) => ({
      ...saved.app,
      retentionDays: (id === null ? undefined : saved.retentionDays[id]) ?? DEFAULTS.retentionDays,
    }),
    save: (id, { retentionDays, ...app }) =>
      write({
        version: 1,
        app: App.parse(app),
        retentionDays: id === null ? saved.retentionDays : { ...saved.retentionDays, [id]: retentionDays },
      }),
    drop: (id) => {
      const { [id]: _dropped, ...others } = saved.retentionDays
      write({ ...saved, retentionDays: others })
    },
  }
}
