import { existsSync } from 'node:fs'
import path from 'node:path'
import { announce } from './project.ts'
import { run, runOrThrow } from './run.ts'

/** What Electron's executable needs and a bare Debian or Ubuntu does not have. */
const ELECTRON_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6']

/** Program → the package that brings it. */
const BUILD_TOOLS = { python3: 'python3', make: 'make', 'g++': 'g++' }

const INSTALL_LIMIT_MS = 10 * 60_000

/** Shared libraries that `ldd` could not find, by file name. */
export const missingLibraries = (ldd: string): string[] =>
  ldd.split('\n').flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? [])

/**
 * The names a distribution uses today: Debian 13 and Ubuntu 24.04 renamed some packages with the suffix `t64`.
 * @param available the output of `apt-cache pkgnames`
 */
export const currentNames = (wanted: readonly string[], available: string): string[] => {
  const names = new Set(available.split('\n'))
  return wanted.map((name) => (names.has(`${name}t64`) ? `${name}t64` : name))
}

const isRoot = (): boolean => process.getuid?.() === 0

/** Whether a program is on the PATH. */
export const hasProgram = (name: string): boolean =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => folder !== '' && existsSync(path.join(folder, name)))

/**
 * Installs Debian packages when this process may; otherwise names them.
 * @param why what is missing, for the message
 */
const install = async (packages: readonly string[], why: string): Promise<void> => {
  if (!hasProgram('apt-get'))
    throw new Error(`${why} Install the equivalents of these Debian packages: ${packages.join(' ')}`)
  if (!isRoot()) throw new Error(`${why} Install them with:\n  sudo apt-get install ${packages.join(' ')}`)
  announce(`${why} Installing ${packages.join(' ')} ...`)
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: INSTALL_LIMIT_MS }
  await runOrThrow('apt-get update failed', 'apt-get', ['update', '-q'], options)
  const known = await run('apt-cache', ['pkgnames'])
  const args = ['install', '-y', '-q', '--no-install-recommends', ...currentNames(packages, known.stdout)]
  await runOrThrow('apt-get install failed', 'apt-get', args, options)
}

/** Makes sure that the shared libraries of an Electron executable are there. Does nothing outside Linux. */
export const requireLibraries = async (executable: string): Promise<void> => {
  if (process.platform !== 'linux') return
  const missing = async (): Promise<string[]> => missingLibraries((await run('ldd', [executable])).stdout)
  const before = await missing()
  if (before.length === 0) return
  await install(ELECTRON_PACKAGES, `Electron needs shared libraries that are missing here (${before.join(', ')}).`)
  const after = await missing()
  if (after.length > 0) throw new Error(`Electron still misses shared libraries: ${after.join(', ')}`)
}

/** Makes sure that the X server without a screen is there. */
export const requireVirtualDisplay = async (): Promise<void> => {
  if (!hasProgram('Xvfb')) await install(['xvfb'], 'There is no display, and the virtual one (Xvfb) is missing.')
}

/** Makes sure that what node-gyp needs is there. */
export const requireBuildTools = async (): Promise<void> => {
  const missing = Object.entries(BUILD_TOOLS).flatMap(([program, name]) => (hasProgram(program) ? [] : [name]))
  if (missing.length > 0) await install(missing, 'Building better-sqlite3 needs tools that are missing here.')
}

/** Programs of a real keyring without a desktop, and the Debian packages that bring them. */
const KEYRING_PROGRAMS: Record<string, string> = { 'dbus-daemon': 'dbus', 'gnome-keyring-daemon': 'gnome-keyring' }

/** Makes sure that a keyring can be started for the tests of the vault. */
export const requireKeyring = async (): Promise<void> => {
  const missing = Object.entries(KEYRING_PROGRAMS).flatMap(([program, name]) => (hasProgram(program) ? [] : [name]))
  if (missing.length > 0) await install(missing, 'A real keyring is missing.')
}

/** Installs the distribution's own Chromium, for the tests of the window in a browser. */
export const requireChromiumPackage = (): Promise<void> =>
  install(['chromium'], 'The window is also tested in the Chromium of the system, and there is none.')
