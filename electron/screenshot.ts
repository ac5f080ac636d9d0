import { writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'

/** Resolves after the page has painted twice: what the state shows is on the screen. */
const painted = (window: BrowserWindow): Promise<unknown> =>
  window.webContents.executeJavaScript(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))',
  )

/** Writes the window as PNG. For `npm start` on machines without a display. */
export const saveScreenshot = async (window: BrowserWindow, file: string): Promise<void> => {
  await painted(window)
  const image = await window.webContents.capturePage()
  await writeFile(file, image.toPNG())
}
