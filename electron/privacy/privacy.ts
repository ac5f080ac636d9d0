import { app, type BrowserWindow, clipboard, dialog, powerMonitor, session } from 'electron'
import { describeError, log } from '../log.ts'
import { systemClock } from '../postpress/clock.ts'
import type { Desk } from '../workspaces/desk.ts'
import { type ClipboardKeeper, createClipboardKeeper } from './clipboard-keeper.ts'
import { eraseAll } from './erase-all.ts'
import { startIdleLock } from './idle-lock.ts'
import { watchPresence } from './presence.ts'
import type { SaveParts } from './save-file.ts'
import type { PrivacyChoices } from './settings-file.ts'

export interface PrivacyOptions {
  desk: Desk
  choices: PrivacyChoices
  window: () => BrowserWindow | null
}

/** What keeps personal data from whoever comes by the computer, as the person chose it. */
export interface Privacy {
  clipboard: ClipboardKeeper
  save: SaveParts
  /** Closes everything, drops the keys, and starts the window over with the lock screen. */
  lock(): Promise<void>
  eraseAll(): Promise<void>
  /** Brings a window in line with the choices: call for a new one, and after a change. */
  apply(): void
}

const failed = (error: unknown): void => log('error', 'privacy', describeError(error))

const askPath =
  (window: () => BrowserWindow | null): SaveParts['ask'] =>
  async ({ defaultPath, filter }) => {
    const options = { defaultPath, filters: [{ name: filter.name, extensions: [filter.extension] }] }
    const parent = window()
    const { canceled, filePath } =
      parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options)
    return canceled || filePath === '' ? null : filePath
  }

/** Starts watching. Call once, after the app is ready. */
export const startPrivacy = ({ desk, choices, window }: PrivacyOptions): Privacy => {
  // Of the app as a whole: no workspace has a say in them.
  const chosen = () => choices.of(null)
  const keeper = createClipboardKeeper(clipboard, systemClock, () => chosen().clearClipboard, failed)
  const lock = async (): Promise<void> => {
    // The page goes first: what it holds is not to be seen while main closes its files.
    const locking = desk.lock()
    window()?.webContents.reload()
    await Promise.all([locking, keeper.clear()])
  }
  const lockWhenOpen = (): void => {
    if (desk.isOpen()) lock().catch(failed)
  }
  startIdleLock({
    clock: systemClock,
    idleMs: watchPresence(),
    limitMs: () => chosen().lockMinutes * 60_000,
    lock: lockWhenOpen,
  })
  const withScreen = (): void => {
    if (chosen().lockWithScreen) lockWhenOpen()
  }
  powerMonitor.on('lock-screen', withScreen)
  powerMonitor.on('suspend', withScreen)
  return {
    clipboard: keeper,
    save: { ask: askPath(window), folder: app.getPath('documents') },
    lock,
    eraseAll: () =>
      eraseAll({
        dataDir: app.getPath('userData'),
        eraseWorkspaces: desk.eraseAll,
        erasePage: () => session.defaultSession.clearStorageData(),
      }),
    apply: () => window()?.setContentProtection(chosen().protectContent),
  }
}
