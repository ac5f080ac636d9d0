import { isBuiltin } from 'node:module'
import type { Plugin } from 'vite'

/** What must never be part of the window's code, by module id. */
const FORBIDDEN: readonly [RegExp, string][] = [
  [/\/node_modules\/zod\//, 'zod'],
  [/\/node_modules\/better-sqlite3\//, 'better-sqlite3'],
  [/\/node_modules\/electron\/|^electron(\/|$)/, 'electron'],
  [/__vite-browser-external/, 'a Node module'],
]

/** The name of the forbidden thing a module id stands for; undefined for everything the window may use. */
export const forbiddenIn = (id: string, electronFolder: string): string | undefined => {
  const plain = id.replaceAll('\\', '/')
  if (isBuiltin(plain)) return 'a Node module'
  if (plain.startsWith(`${electronFolder.replaceAll('\\', '/')}/`)) return "the main process's code"
  return FORBIDDEN.find(([pattern]) => pattern.test(plain))?.[1]
}

/**
 * Fails the build when the window's module graph reaches what belongs to the main process. A linter sees one file at
 * a time; this sees what a harmless import pulls in behind it (a schema brings zod).
 * @param electronFolder absolute path of the main process's code
 */
export const rendererFence = (electronFolder: string): Plugin => ({
  name: 'renderer-fence',
  apply: 'build',
  buildEnd(error) {
    if (error) return
    for (const id of this.getModuleIds()) {
      const what = forbiddenIn(id, electronFolder)
      if (what === undefined) continue
      const chain = [id]
      for (let importer = this.getModuleInfo(id)?.importers[0]; importer && !chain.includes(importer); ) {
        chain.push(importer)
        importer = this.getModuleInfo(importer)?.importers[0]
      }
      this.error(`The window must not contain ${what}:\n  ${chain.join('\n  imported by ')}`)
    }
  },
})
