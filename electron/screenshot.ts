import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'

/** Resolves after the page has painted twice: what the state shows is on the screen. */
const painted = (window: BrowserWindow): Promise<unknown> =>
  window.webContents.executeJavaScript(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))',
  )

const POLL_MS = 200
/** A sync that takes longer than this is photographed while it runs. */
const PATIENCE_MS = 30_000

/** Writes the window as PNG once the page is loaded and the running sync has ended. For machines without a display. */
export const saveScreenshotWhenSynced = async (
  window: BrowserWindow,
  file: string,
  syncing: () => boolean,
): Promise<void> => {
  if (window.webContents.isLoading()) await once(window.webContents, 'did-finish-load')
  const until = Date.now() + PATIENCE_MS
  do await pause(POLL_MS)
  while (syncing() && Date.now() < until)
  // The list reads the last rows after the sync's last event.
  await pause(2 * POLL_MS)
  await painted(window)
  const image = await window.webContents.capturePage()
  await writeFile(file, image.toPNG())
}
