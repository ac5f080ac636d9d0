import { requireLibraries } from './debian-libraries.ts'
import { preflight, type RuntimeVersions, runtimeVersions } from './preflight.ts'
import { builtSqliteBinding } from './sqlite-build.ts'
import { type ElectronKind, whichElectron } from './which-electron.ts'

/** From this Node-API level on, the binary inside the better-sqlite3 package can be loaded. */
const PREBUILT_NEEDS_NODE_API = 10

export interface ChosenRuntime {
  kind: ElectronKind
  executablePath: string
  versions: RuntimeVersions
  /** Path of the better-sqlite3 binary made for this runtime; undefined: the stock one works. */
  sqliteBinding: string | undefined
  /** Variables the app needs beside the caller's own environment. */
  env: Record<string, string>
  /** Switches that go before the app's folder. */
  args: string[]
}

/** Chromium refuses to start as root with its sandbox on. */
const switches = (): string[] => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])

const choose = async (): Promise<ChosenRuntime> => {
  const { kind, executablePath } = await whichElectron()
  await requireLibraries(executablePath)
  const versions = await runtimeVersions(executablePath)
  const sqliteBinding = versions.nodeApi < PREBUILT_NEEDS_NODE_API ? await builtSqliteBinding() : undefined
  await preflight(executablePath, sqliteBinding)
  const env: Record<string, string> = sqliteBinding === undefined ? {} : { INSPECTOR_SQLITE_BINDING: sqliteBinding }
  return { kind, executablePath, versions, sqliteBinding, env, args: switches() }
}

let chosen: Promise<ChosenRuntime> | undefined

/**
 * The Electron to run, complete: its shared libraries are installed, better-sqlite3 is proven to work in it.
 * The first call on a machine may download and build; later ones take a few milliseconds.
 * @throws with a message that says what is missing and how to get it
 */
export const chosenRuntime = (): Promise<ChosenRuntime> => {
  chosen ??= choose()
  return chosen
}
