import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project.ts'

/** A file of the app with its text. */
export interface Source {
  name: string
  text: string
}

/** Electron's own code of the app, without tests and the development runtime. */
export const electronSources = (): Source[] =>
  readdirSync(path.join(projectRoot, 'electron'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](?:runtime|testing)[\\/]/.test(file))
    .map((file) => ({ name: path.relative(projectRoot, file), text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => /from 'electron'/.test(text))

/** What changed or went between Electron 33 and 46, and what to use. */
const CHANGED: [pattern: RegExp, why: string][] = [
  [/\bregister\w+Protocol\(/, 'gone: protocol.handle'],
  [/\bBrowserView\b/, 'gone: WebContentsView'],
  [/\bsetPreloads\(/, 'gone: registerPreloadScript'],
  [/\.on\('console-message'/, 'arguments changed in 35'],
  [
    /(?<![.\w])clipboard\.(?:readText|writeText|clear)\([^)]*\)(?!\s*\))/,
    'answers with a promise from 44: through the clipboard keeper',
  ],
  [/clearStorageData\(\{[^}]*quotas/, 'quotas are gone'],
  [/from 'node:sqlite'/, 'not in Electron 33'],
  [/urls:\s*\[\]/, 'an empty list of URLs is refused'],
  [/<webview|webviewTag:\s*true/, 'not used'],
  [/senderFrame\./, 'may be null'],
]

/** Every name that is taken from Electron. A new one is looked up in the changes of both versions before it is added. */
const MODULES = new Set([
  'app',
  'BrowserWindow',
  'clipboard',
  'contextBridge',
  'dialog',
  'ipcMain',
  'ipcRenderer',
  'Menu',
  'nativeTheme',
  'net',
  'powerMonitor',
  'protocol',
  'safeStorage',
  'screen',
  'session',
  'shell',
])

/** `file: what (why)` for each use of an interface that is not the same in all versions. */
export const changedUses = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ name, text }) =>
    CHANGED.filter(([pattern]) => pattern.test(text)).map(([pattern, why]) => `${name}: ${pattern.source} (${why})`),
  )

/** The names that a file takes from Electron at run time. */
export const importedModules = (text: string): string[] =>
  [...text.matchAll(/import (?!type )\{([^}]*)\} from 'electron'/g)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '' && !one.startsWith('type ')),
  )

/** Names taken from Electron that nobody has looked up yet. */
export const unknownModules = (sources: readonly Source[]): string[] =>
  [...new Set(sources.flatMap(({ text }) => importedModules(text)))].filter((name) => !MODULES.has(name))

/** Electron's objects that the app holds in variables, and properties that lead from one of them to another. */
const HELD = ['BrowserWindow', 'WebContents', 'Session', 'IpcMainInvokeEvent', 'Clipboard']
const LEADS: Record<string, string> = {
  webContents: 'WebContents',
  defaultSession: 'Session',
  webRequest: 'WebRequest',
  commandLine: 'CommandLine',
}
const MAKES: [pattern: RegExp, type: string][] = [
  [/const (\w+) = new BrowserWindow\(/g, 'BrowserWindow'],
  [/const (\w+) = session\.fromPartition\(/g, 'Session'],
]

/** The interface in Electron's typings that an exported name has. */
const interfaceOf = (name: string): string => (/^[A-Z]/.test(name) ? name : `${name[0]?.toUpperCase()}${name.slice(1)}`)

/** What the file's names are, as far as it says so. */
const typesIn = (text: string): Map<string, string> => {
  const types = new Map<string, string>(importedModules(text).map((name) => [name, interfaceOf(name)]))
  const annotated = new RegExp(`(\\w+)\\??: (?:\\(\\) => )?(${HELD.join('|')})\\b`, 'g')
  for (const [, name = '', type = ''] of text.matchAll(annotated)) types.set(name, type)
  for (const [pattern, type] of MAKES) for (const [, name = ''] of text.matchAll(pattern)) types.set(name, type)
  for (const [, name = '', from = ''] of text.matchAll(/const (\w+) = (\w+)\(\)/g)) {
    const type = types.get(from)
    if (type !== undefined) types.set(name, type)
  }
  for (const [name, type] of Object.entries(LEADS)) if (text.includes(`.${name}`)) types.set(name, type)
  if (/\w+\.protocol\b/.test(text)) types.set('protocol', 'Protocol')
  return types
}

/** Each use of Electron in a file: `App.getPath`, and `App 'second-instance'` for an event. */
export const usedApis = (text: string): string[] => {
  const used = new Set<string>()
  for (const [name, type] of typesIn(text)) {
    const member = new RegExp(`(?<![\\w'"/])${name}(?:\\(\\))?\\s*\\??\\.(\\w+)(?:\\(\\s*'([\\w-]+)')?`, 'g')
    for (const [, property = '', event] of text.matchAll(member)) {
      const listens = (property === 'on' || property === 'once') && event !== undefined
      used.add(listens ? `${type} '${event}'` : `${type}.${property}`)
    }
    if (new RegExp(`new ${name}\\(`).test(text)) used.add(`new ${type}`)
  }
  return [...used]
}
