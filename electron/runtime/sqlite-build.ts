import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { requireBuildTools } from './debian-libraries.ts'
import { withLock } from './lock.ts'
import { npmPack, unpackArchive } from './npm-pack.ts'
import { announce, cacheFolder, packageFolder } from './project.ts'
import { runOrThrow } from './run.ts'

/**
 * `better-sqlite3` is the build of it that can encrypt (package.json names it). Its prebuilt binary needs Node-API 10 (its string references) and crashes on an older one. Its
 * unmodified source builds for Node-API 9 when the version is left to the headers' experimental set and the
 * finalizer restriction that comes with that set is declined.
 */
const FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'

/** Two slow cores need about a minute. */
const BUILD_LIMIT_MS = 10 * 60_000

interface Manifest {
  /** The package's own name, which an alias in package.json may hide. */
  name: string
  version: string
}
const manifestOf = async (name: string): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(packageFolder(name), 'package.json'), 'utf8')) as Manifest

/**
 * A folder with `include/node/` of the Node this project runs on. The `node` package brings it when it was installed
 * by `npm ci`; a later `npm install` of anything prunes it again, so otherwise the same archive is fetched from npm
 * (node-gyp itself would ask nodejs.org).
 */
const nodeHeaders = async (work: string): Promise<string> => {
  const name = `node-${process.platform}-${process.arch}`
  const installed = path.join(packageFolder('node'), 'node_modules', name)
  if (existsSync(path.join(installed, 'include', 'node', 'node_api.h'))) return installed
  const archive = await npmPack(`${name}@${(await manifestOf('node')).version}`, path.join(work, 'download'))
  await unpackArchive(archive, work, ['package/include'])
  return path.join(work, 'package')
}

const build = async (work: string): Promise<string> => {
  const source = path.join(work, 'node_modules', 'better-sqlite3')
  await cp(packageFolder('better-sqlite3'), source, { recursive: true })
  await cp(packageFolder('node-addon-api'), path.join(work, 'node_modules', 'node-addon-api'), { recursive: true })
  const gyp = path.join(packageFolder('node-gyp'), 'bin', 'node-gyp.js')
  const args = [gyp, 'rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${await nodeHeaders(work)}`]
  const options = { cwd: source, env: { ...process.env, CXXFLAGS: FLAGS }, timeoutMs: BUILD_LIMIT_MS }
  await runOrThrow('Could not build better-sqlite3 for the fallback runtime', process.execPath, args, options)
  return path.join(source, 'build', 'Release', 'better_sqlite3.node')
}

const sha256 = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

const isIntact = async (binding: string): Promise<boolean> => {
  try {
    return (await readFile(`${binding}.sha256`, 'utf8')) === (await sha256(binding))
  } catch {
    return false // Missing: built anew.
  }
}

/**
 * Path of a better-sqlite3 binary for runtimes with Node-API 9 (also loads on newer ones), built once per package
 * version from a copy of its source in the cache folder: node_modules is never changed.
 * @throws when build tools are missing or the build fails
 */
export const builtSqliteBinding = async (): Promise<string> => {
  const { name, version } = await manifestOf('better-sqlite3')
  const folder = path.join(await cacheFolder(), `${name}-${version}-napi9-${process.platform}-${process.arch}`)
  const binding = path.join(folder, 'better_sqlite3.node')
  if (await isIntact(binding)) return binding
  return withLock(`${folder}.lock`, async () => {
    if (await isIntact(binding)) return binding
    await requireBuildTools()
    const started = Date.now()
    announce(`Building ${name} ${version} for the fallback runtime (once, about a minute) ...`)
    const work = `${folder}.unfinished`
    await rm(work, { recursive: true, force: true })
    await mkdir(path.join(work, 'done'), { recursive: true })
    try {
      const built = await build(work)
      const placed = path.join(work, 'done', 'better_sqlite3.node')
      await cp(built, placed)
      await writeFile(`${placed}.sha256`, await sha256(placed))
      await rm(folder, { recursive: true, force: true })
      await rename(path.join(work, 'done'), folder)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
    announce(`  ready after ${Math.round((Date.now() - started) / 1000)} s`)
    return binding
  })
}
