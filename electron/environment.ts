import { resolve } from 'node:path'
import { app } from 'electron'

/** What the environment may ask of a run. Development-only switches are ignored in a packaged app. */
export interface Environment {
  /** Where all app data goes, absolute; undefined: Electron's default. */
  dataDir: string | undefined
  /** An extra workspace for this run, never saved. */
  api: { url: string; key: string } | undefined
  /** Open the demo workspace when no other one is open. */
  startWithDemo: boolean
  /** Write a PNG of the window here once the first sync has ended. */
  screenshotFile: string | undefined
  /** better-sqlite3 binary built for a runtime that cannot load the stock one. */
  sqliteBinding: string | undefined
  /** Vite's development server. */
  rendererUrl: string | undefined
}

/** Reads the environment once, at start. The API key is removed from it, so that no child process inherits it. */
export const readEnvironment = (env: NodeJS.ProcessEnv = process.env): Environment => {
  const url = env['INSPECTOR_API_URL']?.trim()
  const key = env['INSPECTOR_API_KEY']?.trim()
  delete env['INSPECTOR_API_KEY']
  const development = !app.isPackaged
  const only = (name: string): string | undefined => (development ? env[name] || undefined : undefined)
  return {
    dataDir: env['INSPECTOR_DATA_DIR'] ? resolve(env['INSPECTOR_DATA_DIR']) : undefined,
    api: url && key ? { url, key } : undefined,
    startWithDemo: only('INSPECTOR_START') === 'demo',
    screenshotFile: only('INSPECTOR_SCREENSHOT'),
    sqliteBinding: only('INSPECTOR_SQLITE_BINDING'),
    rendererUrl: only('ELECTRON_RENDERER_URL'),
  }
}
