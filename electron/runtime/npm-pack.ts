import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { runOrThrow } from './run.ts'

/** 196 MB, the largest archive fetched this way, at 2.6 Mbit/s. */
const DOWNLOAD_LIMIT_MS = 10 * 60_000

/**
 * Downloads the archive of a package through the person's own npm, so that their registry, proxy and cache settings
 * apply. No script of the package runs.
 * @param spec name@exact-version
 * @param folder an own folder for it, created here
 * @returns path of the .tgz file
 */
export const npmPack = async (spec: string, folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true })
  await runOrThrow(`Could not download ${spec} from the npm registry`, 'npm', ['pack', spec, '--silent'], {
    cwd: folder,
    timeoutMs: DOWNLOAD_LIMIT_MS,
  })
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (archive === undefined) throw new Error(`npm pack ${spec} left no archive.`)
  return path.join(folder, archive)
}

/** Unpacks a .tgz into an existing folder; `members` limits it to these paths of the archive. */
export const unpackArchive = async (
  archive: string,
  folder: string,
  members: readonly string[] = [],
): Promise<void> => {
  await runOrThrow(`Could not unpack ${archive}`, 'tar', ['-xzf', archive, '-C', folder, ...members])
}
