import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changedUses, electronSources, unknownModules, usedApis } from './electron-apis.ts'
import { ownTypings, standingIn } from './electron-typings.ts'

describe('Electron’s interface as the app uses it', () => {
  const sources = electronSources()
  it('is the same in the oldest and the newest version that it runs on', () => expect(changedUses(sources)).toEqual([]))

  it('is a closed list of modules', () => expect(unknownModules(sources)).toEqual([]))

  it('is in the product’s own version, every use of it', () => {
    const typings = readFileSync(ownTypings(), 'utf8')
    const used = [...new Set(sources.flatMap(({ text }) => usedApis(text)))]
    // What main cannot do without: a search that finds less has stopped to look.
    expect(used).toEqual(
      expect.arrayContaining(['App.whenReady', 'new BrowserWindow', 'WebContents.send', 'IpcMain.handle']),
    )
    expect(used.filter((api) => standingIn(typings, api) === 'missing')).toEqual([])
  })
})

describe('what is looked for', () => {
  it('is refused where it changed', () => {
    const text = `import { app, clipboard } from 'electron'\nconst text = clipboard.readText()\n`
    expect(changedUses([{ name: 'a.ts', text }])).toHaveLength(1)
    expect(unknownModules([{ name: 'a.ts', text: `import { inAppPurchase, type App } from 'electron'` }])).toEqual([
      'inAppPurchase',
    ])
  })

  it('is found through imports, annotations and what was made', () => {
    const text = `
import { app, BrowserWindow, type Session, session } from 'electron'
const place = (target: Session) => target.flushStorageData()
const current = (find: () => Session) => {
  const found = find()
  found.clearAuthCache()
}
const window = new BrowserWindow({})
window.webContents.on('input-event', () => app.quit())
app.on('before-quit', () => session.defaultSession.clearCache())
`
    expect(usedApis(text).sort()).toEqual([
      "App 'before-quit'",
      'App.quit',
      'BrowserWindow.webContents',
      'Session.clearAuthCache',
      'Session.clearCache',
      'Session.defaultSession',
      'Session.flushStorageData',
      "WebContents 'input-event'",
      'new BrowserWindow',
    ])
  })

  it('is told from what typings do not have', () => {
    const typings = `declare namespace Electron {
  interface App extends NodeJS.EventEmitter {
    on(event: 'before-quit', listener: () => void): this;
    /**
     * @deprecated
     */
    old(): void;
    getPath(name: string): string;
  }
}
`
    expect(
      ["App 'before-quit'", 'App.old', 'App.getPath', 'App.gone', "App 'gone'"].map((api) => standingIn(typings, api)),
    ).toEqual(['there', 'deprecated', 'there', 'missing', 'missing'])
  })
})
