import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { withLock } from './lock.ts'
import { announce, cacheFolder, packageFolder, projectRoot } from './project.ts'
import { runOrThrow } from './run.ts'

const SOURCES = ['electron', 'shared', 'renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** The last files of the three parts: a build that was interrupted misses one of them or has an old one. */
const RESULTS = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Newest change below a path in ms; folders count too, because a deleted file changes only its folder. */
const newestChange = async (file: string): Promise<number> => {
  const own = await stat(file)
  if (!own.isDirectory()) return own.mtimeMs
  const names = await readdir(file)
  const inner = await Promise.all(names.map((name) => newestChange(path.join(file, name))))
  return Math.max(own.mtimeMs, ...inner)
}

const isFresh = async (): Promise<boolean> => {
  const results = RESULTS.map((file) => path.join(projectRoot, file))
  if (!results.every((file) => existsSync(file))) return false
  const built = await Promise.all(results.map(async (file) => (await stat(file)).mtimeMs))
  const changed = await Promise.all(SOURCES.map((file) => newestChange(path.join(projectRoot, file))))
  return Math.min(...built) > Math.max(...changed)
}

/** electron-vite's command line, to be run with the Node that runs this. */
export const electronVite = path.join(packageFolder('electron-vite'), 'bin', 'electron-vite.js')

/**
 * Builds the app into out/ unless that is newer than every source.
 * @throws with the build's last lines when it fails
 */
export const ensureBuilt = async (): Promise<void> => {
  await withLock(path.join(await cacheFolder(), 'build.lock'), async () => {
    if (await isFresh()) return
    announce('Building the app ...')
    await runOrThrow('The build failed', process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
      cwd: projectRoot,
    })
  })
}
