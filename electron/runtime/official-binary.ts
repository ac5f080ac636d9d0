import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withLock } from './lock.ts'
import { announce, cacheFolder, packageFolder } from './project.ts'
import { lastLines, run } from './run.ts'

/** About 120 MB: ten minutes is a connection of 1.6 Mbit/s. Only a stalled download ever gets this far. */
const DOWNLOAD_LIMIT_MS = 10 * 60_000

/** How long a failed download is believed, so that the commands of one `npm test` do not each wait for it. */
const FAILURE_MEMORY_MS = 15 * 60_000

export interface FailedDownload {
  version: string
  at: number
  reason: string
}

/** Whether a remembered failure still saves us the attempt. A failure of another version or from the future does not. */
export const stillFailed = (memory: FailedDownload | undefined, version: string, now: number): boolean =>
  memory !== undefined && memory.version === version && memory.at <= now && now - memory.at < FAILURE_MEMORY_MS

/** The exact Electron version this product is built for, from the installed `electron` package. */
export const electronVersion = async (): Promise<string> => {
  const text = await readFile(path.join(packageFolder('electron'), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** The package writes path.txt as the last step of its own installation. */
const installed = async (): Promise<string | undefined> => {
  const folder = packageFolder('electron')
  const relative = await readFile(path.join(folder, 'path.txt'), 'utf8').catch(() => undefined)
  if (relative === undefined) return undefined
  const executable = path.join(folder, 'dist', relative)
  return existsSync(executable) ? executable : undefined
}

const readMemory = async (file: string): Promise<FailedDownload | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as FailedDownload
  } catch {
    return undefined // Missing or half-written: the download is tried, which is always correct.
  }
}

/** Removes what decides where the package puts its files: the answer must not depend on an override folder. */
const installEnvironment = (): NodeJS.ProcessEnv => {
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...env } = process.env
  return env
}

export type Official = { executablePath: string } | { reason: string }

/**
 * The official Electron binary, downloaded by the electron package's own code (it checks the checksum) at first use.
 * Answers `reason` when it cannot be had; a failure is remembered for a quarter of an hour.
 */
export const officialBinary = async (): Promise<Official> => {
  const present = await installed()
  if (present !== undefined) return { executablePath: present }
  const version = await electronVersion()
  const folder = await cacheFolder()
  return withLock(path.join(folder, 'official.lock'), async () => {
    const meanwhile = await installed()
    if (meanwhile !== undefined) return { executablePath: meanwhile }
    const memoryFile = path.join(folder, 'official-failed.json')
    const memory = await readMemory(memoryFile)
    if (memory && stillFailed(memory, version, Date.now())) return { reason: memory.reason }
    announce(`Downloading Electron ${version} ...`)
    const script = path.join(packageFolder('electron'), 'install.js')
    const ended = await run(process.execPath, [script], { timeoutMs: DOWNLOAD_LIMIT_MS, env: installEnvironment() })
    const executablePath = await installed()
    if (ended.code === 0 && executablePath !== undefined) {
      await rm(memoryFile, { force: true })
      return { executablePath }
    }
    const reason = ended.timedOut
      ? 'the download did not end in time'
      : lastLines(ended, 20).split('\n')[0] || 'unknown'
    await writeFile(memoryFile, JSON.stringify({ version, at: Date.now(), reason } satisfies FailedDownload))
    return { reason }
  })
}
