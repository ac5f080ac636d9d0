import { existsSync } from 'node:fs'
import path from 'node:path'
import { hasProgram, requireChromiumPackage } from './debian-libraries.ts'
import { run } from './run.ts'

/** A browser of this computer that is built on Chromium. */
export interface SystemChromium {
  executablePath: string
  /** As it names itself, for example `Chromium 150.0.7871.100`. */
  version: string
}

/** Names on the PATH, Debian's own first. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const ELSEWHERE: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

const VERSION_LIMIT_MS = 20_000

/** The product and version in what `--version` prints; null when it is something else. */
export const readChromiumVersion = (output: string): string | null =>
  /(?:Google Chrome|Chromium|Microsoft Edge)[^\d\n]*\d+(?:\.\d+){3}/.exec(output)?.[0] ?? null

/** Where a Chromium is on this computer: INSPECTOR_CHROMIUM, the PATH, the usual folders; null when there is none. */
export const findChromium = (
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null => {
  if (env['INSPECTOR_CHROMIUM']) return path.resolve(env['INSPECTOR_CHROMIUM'])
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const candidates = [
    ...PROGRAMS.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...(ELSEWHERE[platform] ?? []),
  ]
  return candidates.find((file) => existsSync(file)) ?? null
}

/** Windows prints no version: there the folder beside the program is named after it, and the browser says it itself. */
const versionOf = async (executablePath: string): Promise<string> => {
  if (process.platform === 'win32') return path.basename(executablePath)
  const ended = await run(executablePath, ['--version'], { timeoutMs: VERSION_LIMIT_MS })
  const version = readChromiumVersion(ended.stdout)
  if (version !== null) return version
  throw new Error(`${executablePath} does not say which Chromium it is. Set INSPECTOR_CHROMIUM to another one.`)
}

/**
 * The Chromium of this computer. On Debian, as root, it is installed when it is missing.
 * @throws with how to get one where there is none
 */
export const systemChromium = async (): Promise<SystemChromium> => {
  if (findChromium() === null) {
    if (process.platform !== 'linux' || !hasProgram('apt-get'))
      throw new Error('There is no Chromium here. Install Chromium or Chrome, or set INSPECTOR_CHROMIUM to one.')
    await requireChromiumPackage()
  }
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('Chromium was installed, but there is no program of that name.')
  return { executablePath, version: await versionOf(executablePath) }
}
