import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from './project.ts'

/** Electron's own code of the app, without tests and the development runtime. */
const sources = (): { name: string; text: string }[] =>
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
const USED = [
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
]

describe('Electron’s interface as the app uses it', () => {
  it('is the same in the oldest and the newest version that it runs on', () => {
    const found = sources().flatMap(({ name, text }) =>
      CHANGED.filter(([pattern]) => pattern.test(text)).map(([pattern, why]) => `${name}: ${pattern.source} (${why})`),
    )
    expect(found).toEqual([])
  })

  it('is a closed list of modules', () => {
    const names = new Set(
      sources().flatMap(({ text }) =>
        [...text.matchAll(/import (?!type )\{([^}]*)\} from 'electron'/g)].flatMap(([, list = '']) =>
          list
            .split(',')
            .map((one) => one.trim())
            .filter((one) => one !== '' && !one.startsWith('type ')),
        ),
      ),
    )
    expect([...names].filter((name) => !USED.includes(name))).toEqual([])
  })
})
