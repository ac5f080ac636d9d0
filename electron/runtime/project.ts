import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'

/** The folder that holds package.json. */
export const projectRoot = path.resolve(import.meta.dirname, '..', '..')

/** Absolute path of a package installed in this project. */
export const packageFolder = (name: string): string => path.join(projectRoot, 'node_modules', name)

/**
 * Where downloads and builds that `npm ci` must not delete are kept: `$XDG_CACHE_HOME` or `~/.cache`, then
 * `postpress-inspector`. Created when missing.
 */
export const cacheFolder = async (env: NodeJS.ProcessEnv = process.env): Promise<string> => {
  const folder = path.join(env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'postpress-inspector')
  await mkdir(folder, { recursive: true })
  return folder
}

/** Progress and warnings go to stderr, so that stdout stays usable for output that scripts read. */
export const announce = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
