import { chmod, open, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { AppError } from '#shared/domain/errors.ts'

/** Writes whole or not at all, for its owner only: exports hold people's data. */
const writeOwn = async (file: string, text: string): Promise<void> => {
  const draft = `${file}.part`
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(text, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    await chmod(draft, 0o600)
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true })
    const code = String((cause as NodeJS.ErrnoException).code ?? '')
    const advice = code === 'ENOSPC' ? 'The disk is full: free some space.' : 'Choose a folder that you may write to.'
    throw new AppError('storage', 'The file could not be written.', { advice, retryable: true, cause })
  }
}

const KINDS: Record<string, string> = { md: 'Markdown', json: 'JSON' }

/** Asks where to save a text and writes it there. Answers with the file's name; null when the person changed their mind. */
export const saveText = async (
  window: BrowserWindow | null,
  fileName: string,
  text: string,
): Promise<string | null> => {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1)
  const options = {
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: KINDS[extension] ?? 'Text', extensions: [extension] }],
  }
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  if (canceled || filePath === '') return null
  await writeOwn(filePath, text)
  return basename(filePath)
}
