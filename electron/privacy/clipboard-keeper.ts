import type { Clock } from '../postpress/clock.ts'

/** What is asked of the system's clipboard. Promise-based: newer Electron answers so, older ones at once. */
export interface Clipboard {
  writeText(text: string): Promise<void> | void
  readText(): Promise<string> | string
  clear(): Promise<void> | void
}

export interface ClipboardKeeper {
  copy(text: string): Promise<void>
  /** Empties the clipboard now if it still holds what was copied here: for locking and quitting. */
  clear(): Promise<void>
}

/** How long what was copied stays, ms. */
export const CLEAR_AFTER_MS = 60_000

/**
 * Copies, and empties the clipboard a minute later (when `isWanted`), unless somebody has copied something else since.
 * `failed` hears of a clipboard that refuses.
 */
export const createClipboardKeeper = (
  clipboard: Clipboard,
  clock: Clock,
  isWanted: () => boolean,
  failed: (error: unknown) => void,
): ClipboardKeeper => {
  let held: string | null = null
  let stop: () => void = () => undefined
  const clear = async (): Promise<void> => {
    stop()
    const text = held
    held = null
    if (text !== null && (await clipboard.readText()) === text) await clipboard.clear()
  }
  return {
    copy: async (text) => {
      stop()
      await clipboard.writeText(text)
      held = text
      if (isWanted()) stop = clock.after(CLEAR_AFTER_MS, () => void clear().catch(failed))
    },
    clear: async () => {
      if (isWanted()) await clear()
    },
  }
}
