import { createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'

/** Unix file types as zip keeps them in the upper half of the external attributes. */
const TYPE_MASK = 0o170000
const SYMLINK = 0o120000

const writeEntry = async (zip: yauzl.ZipFile, entry: yauzl.Entry, target: string): Promise<void> => {
  const mode = entry.externalFileAttributes >>> 16
  if (entry.fileName.endsWith('/')) {
    await mkdir(target, { recursive: true })
    return
  }
  await mkdir(path.dirname(target), { recursive: true })
  const content = await zip.openReadStreamPromise(entry)
  if ((mode & TYPE_MASK) === SYMLINK) await symlink(await text(content), target)
  else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }))
}

/**
 * Unpacks a zip file in plain JavaScript (a bare machine has no `unzip`).
 * @param place maps an entry's name to a path relative to `folder`, or to undefined to leave the entry out
 * @throws when the file is damaged or an entry would land outside `folder`
 */
export const unzip = async (
  file: string,
  folder: string,
  place: (name: string) => string | undefined,
): Promise<number> => {
  const zip = await yauzl.openPromise(file)
  let written = 0
  for await (const entry of zip.eachEntry()) {
    const relative = place(entry.fileName)
    if (relative === undefined) continue
    const target = path.resolve(folder, relative)
    if (target !== folder && !target.startsWith(folder + path.sep))
      throw new Error(`Unsafe path in ${file}: ${entry.fileName}`)
    await writeEntry(zip, entry, target)
    written += 1
  }
  return written
}
