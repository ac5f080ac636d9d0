import { describe, expect, it } from 'vitest'
import { forbiddenIn } from './renderer-fence.ts'

describe('forbiddenIn', () => {
  it.each([
    ['/p/node_modules/zod/v4/classic/external.js', 'zod'],
    ['/p/node_modules/better-sqlite3/lib/index.js', 'better-sqlite3'],
    ['electron', 'electron'],
    ['node:fs', 'a Node module'],
    ['fs', 'a Node module'],
    ['__vite-browser-external:path', 'a Node module'],
    ['/p/electron/log.ts', "the main process's code"],
    ['C:\\p\\node_modules\\zod\\index.js', 'zod'],
  ])('finds %s', (id, what) => {
    expect(forbiddenIn(id, '/p/electron')).toBe(what)
  })

  it.each([
    '/p/node_modules/react/index.js',
    '/p/shared/ipc/outcome.ts',
    '/p/renderer/lib/electron-words.ts',
    '/p/node_modules/zustand/index.mjs',
  ])('lets %s pass', (id) => {
    expect(forbiddenIn(id, '/p/electron')).toBeUndefined()
  })
})
