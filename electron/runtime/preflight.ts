import { createHash } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { cacheFolder, packageFolder } from './project.ts'
import { type Ended, lastLines, run } from './run.ts'

const PROBE = path.join(import.meta.dirname, 'sqlite-probe.cjs')

/** The probe takes 0.1 s; a cold disk and a busy machine take longer. */
const PROBE_LIMIT_MS = 60_000

export interface RuntimeVersions {
  electron: string
  node: string
  /** Node-API level, which decides what native modules can be loaded. */
  nodeApi: number
}

export interface ProbeReport {
  versions: RuntimeVersions | undefined
  /** better-sqlite3 opened a database, made an FTS5 table and read its row back. */
  sqlite: boolean
}

/** Reads the JSON lines the probe wrote before it ended, or crashed. Other output (dbus warnings) is skipped. */
export const readReport = (stdout: string): ProbeReport => {
  const report: ProbeReport = { versions: undefined, sqlite: false }
  for (const line of stdout.split('\n')) {
    if (!line.startsWith('{')) continue
    const value = JSON.parse(line) as Partial<RuntimeVersions> & { read?: boolean }
    if (value.electron && value.node && value.nodeApi !== undefined) {
      report.versions = { electron: value.electron, node: value.node, nodeApi: value.nodeApi }
    }
    if (value.read !== undefined) report.sqlite = value.read
  }
  return report
}

/** Says what a failed probe means. A signal is the native module's crash, which leaves no message of its own. */
export const explainFailure = (executable: string, binding: string | undefined, ended: Ended): string => {
  const what = binding ?? 'its prebuilt binary'
  const versions = readReport(ended.stdout).versions
  if (!versions)
    return `${executable} could not run a script (${ended.startError ?? `ended with ${ended.signal ?? ended.code}`}).\n${lastLines(ended)}`
  const runtime = `Electron ${versions.electron} (Node-API ${versions.nodeApi})`
  if (ended.signal) {
    return `better-sqlite3 (${what}) crashes ${runtime} with ${ended.signal}: it was made for another Node-API level.`
  }
  return `better-sqlite3 (${what}) does not work in ${runtime}.\n${lastLines(ended)}`
}

const probe = (executable: string, args: readonly string[]): Promise<Ended> =>
  run(executable, [PROBE, ...args, '--no-sandbox'], {
    timeoutMs: PROBE_LIMIT_MS,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })

/** Changes whenever one of the files does. */
const fingerprint = async (files: readonly string[]): Promise<string> => {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = await stat(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\0`)
  }
  return hash.digest('hex').slice(0, 32)
}

/** Keeps a good answer under a name that changes with its inputs, so that asking again costs a file read. */
const remembered = async (files: readonly string[], ask: () => Promise<string>): Promise<string> => {
  const folder = path.join(await cacheFolder(), 'preflight')
  const file = path.join(folder, `${await fingerprint(files)}.json`)
  try {
    return await readFile(file, 'utf8')
  } catch {
    const answer = await ask()
    await mkdir(folder, { recursive: true })
    await writeFile(file, answer)
    return answer
  }
}

/** @throws when the executable cannot run a script at all */
export const runtimeVersions = async (executable: string): Promise<RuntimeVersions> => {
  const answer = await remembered([executable, PROBE], async () => {
    const ended = await probe(executable, ['versions'])
    const { versions } = readReport(ended.stdout)
    if (!versions) throw new Error(explainFailure(executable, undefined, ended))
    return JSON.stringify(versions)
  })
  return JSON.parse(answer) as RuntimeVersions
}

/**
 * Proves in a child process that better-sqlite3 works in this Electron, before anything relies on it.
 * @param binding path of the native binary to load; undefined: the one the package chooses itself
 * @throws with a message that names the crash
 */
export const preflight = async (executable: string, binding: string | undefined): Promise<void> => {
  const library = packageFolder('better-sqlite3')
  const files = [executable, PROBE, path.join(library, 'package.json'), binding ?? path.join(library, 'prebuilds')]
  await remembered(files, async () => {
    const ended = await probe(executable, [library, ...(binding === undefined ? [] : [binding])])
    if (ended.code !== 0 || !readReport(ended.stdout).sqlite)
      throw new Error(explainFailure(executable, binding, ended))
    return '{"sqlite":true}'
  })
}
