import path from 'node:path'
import { fallbackRuntime } from './fallback-runtime.ts'
import { electronVersion, type Official, officialBinary } from './official-binary.ts'
import { announce } from './project.ts'

export type ElectronKind = 'override' | 'official' | 'fallback'

export interface Electron {
  kind: ElectronKind
  executablePath: string
}

/** Where the answer comes from; a parameter so that the order can be tested without downloads. */
export interface Sources {
  env: NodeJS.ProcessEnv
  /** `process.platform`-`process.arch`, for example linux-x64. */
  system: string
  version: () => Promise<string>
  official: () => Promise<Official>
  fallback: () => Promise<string>
  announce: (text: string) => void
}

const EXECUTABLES: Record<string, string> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

const NOTICE = (version: string, reason: string): string => `
================================================================================
  NOT THE PRODUCT'S ELECTRON

  Electron ${version} could not be downloaded (${reason}).
  Using Electron 33.2.1 from npm instead: good enough to develop and test with.
  It is out of support and has known security holes: never give it to users.
  Set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron to use that one.
================================================================================`

/** Loud, but once per command: the processes it starts inherit the mark. */
const announceOnce = (notice: string): void => {
  if (process.env['INSPECTOR_FALLBACK_ANNOUNCED']) return
  process.env['INSPECTOR_FALLBACK_ANNOUNCED'] = '1'
  announce(notice)
}

/**
 * Which Electron do I run? In this order:
 * 1. the folder in ELECTRON_OVERRIDE_DIST_PATH,
 * 2. the official binary of the installed electron package (downloaded at first use),
 * 3. on Linux x64 only, with a loud notice: the fallback runtime, for development and tests.
 * @throws when none of them is to be had
 */
export const whichElectron = async (sources: Sources = realSources()): Promise<Electron> => {
  const override = sources.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const name = EXECUTABLES[sources.system.split('-')[0] ?? ''] ?? 'electron'
    return { kind: 'override', executablePath: path.resolve(override, name) }
  }
  const official = await sources.official()
  if ('executablePath' in official) return { kind: 'official', executablePath: official.executablePath }
  const version = await sources.version()
  if (sources.system !== 'linux-x64') {
    throw new Error(
      `Electron ${version} could not be downloaded (${official.reason}). Check the connection to github.com, or set ` +
        `ELECTRON_OVERRIDE_DIST_PATH to a folder with Electron. There is a fallback on Linux x64 only, not on ${sources.system}.`,
    )
  }
  sources.announce(NOTICE(version, official.reason))
  return { kind: 'fallback', executablePath: await sources.fallback() }
}

const realSources = (): Sources => ({
  env: process.env,
  system: `${process.platform}-${process.arch}`,
  version: electronVersion,
  official: officialBinary,
  fallback: fallbackRuntime,
  announce: announceOnce,
})
