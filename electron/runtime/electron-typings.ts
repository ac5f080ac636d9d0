import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { npmPack, unpackArchive } from './npm-pack.ts'
import { cacheFolder, packageFolder } from './project.ts'

/** The oldest Electron that main and preload run on. */
export const OLDEST_ELECTRON = '33.2.1'

/** The typings of the installed Electron, the product's own. */
export const ownTypings = (): string => path.join(packageFolder('electron'), 'electron.d.ts')

/** The typings of the oldest one. Fetched from npm once; as a dependency the package would download a whole Electron. */
export const oldestTypings = async (): Promise<string> => {
  const file = path.join(await cacheFolder(), `electron-${OLDEST_ELECTRON}.d.ts`)
  if (existsSync(file)) return file
  const work = await mkdtemp(path.join(tmpdir(), 'inspector-typings-'))
  try {
    await unpackArchive(await npmPack(`electron@${OLDEST_ELECTRON}`, work), work, ['package/electron.d.ts'])
    await copyFile(path.join(work, 'package', 'electron.d.ts'), file)
    return file
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** How an API stands in one version. */
export type Standing = 'there' | 'deprecated' | 'missing'

const bodyOf = (typings: string, type: string): string => {
  const start = new RegExp(`^  (?:class|interface) ${type}\\b[^\\n]*\\{$`, 'm').exec(typings)
  if (start === null) return ''
  const end = typings.indexOf('\n  }\n', start.index)
  const own = typings.slice(start.index, end)
  const [, parent] = / extends (\w+) \{$/m.exec(start[0]) ?? []
  return parent === undefined ? own : `${own}\n${bodyOf(typings, parent)}`
}

/** How a use that `usedApis` found stands in typings: `App.getPath`, `App 'quit'`, `new BrowserWindow`. */
export const standingIn = (typings: string, api: string): Standing => {
  const [, type = '', event, property] = /^(?:new )?(\w+)(?: '([\w-]+)'|\.(\w+))?$/.exec(api) ?? []
  const body = bodyOf(typings, type)
  const wanted =
    event !== undefined
      ? `(?:on|once)\\(event: '${event}'`
      : property !== undefined
        ? `(?:static )?(?:readonly )?${property}[?:(<]`
        : 'constructor\\('
  const found = new RegExp(`^    ${wanted}`, 'm').exec(body)
  if (found === null) return 'missing'
  const before = body.slice(0, found.index)
  const comment = before.trimEnd().endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : ''
  return comment.includes('@deprecated') ? 'deprecated' : 'there'
}
