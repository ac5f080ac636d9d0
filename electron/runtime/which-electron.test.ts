import { describe, expect, it } from 'vitest'
import { type Sources, whichElectron } from './which-electron.ts'

const sources = (changes: Partial<Sources>): Sources => ({
  env: {},
  system: 'linux-x64',
  version: () => Promise.resolve('45.4.1'),
  official: () => Promise.resolve({ reason: 'fetch failed' }),
  fallback: () => Promise.resolve('/cache/electron'),
  announce: () => undefined,
  ...changes,
})
const never = (): Promise<never> => Promise.reject(new Error('must not be asked'))
const present = () => Promise.resolve({ executablePath: '/official/electron' })

describe('whichElectron', () => {
  it('takes the override and asks nobody else', async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/mine' }
    const chosen = await whichElectron(sources({ env, official: never, fallback: never }))
    expect(chosen).toEqual({ kind: 'override', executablePath: '/mine/electron' })
  })

  it('knows where an override keeps its executable on a Mac', async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/mine' }
    const chosen = await whichElectron(sources({ env, system: 'darwin-arm64', official: never }))
    expect(chosen.executablePath).toBe('/mine/Electron.app/Contents/MacOS/Electron')
  })

  it('takes the official binary before the fallback', async () => {
    const chosen = await whichElectron(sources({ official: present, fallback: never }))
    expect(chosen).toEqual({ kind: 'official', executablePath: '/official/electron' })
  })

  it('takes the fallback last, and says so with the reason', async () => {
    const said: string[] = []
    const chosen = await whichElectron(sources({ announce: (text) => said.push(text) }))
    expect(chosen).toEqual({ kind: 'fallback', executablePath: '/cache/electron' })
    expect(said.join()).toContain("NOT THE PRODUCT'S ELECTRON")
    expect(said.join()).toContain('fetch failed')
  })

  it.each(['linux-arm64', 'darwin-arm64', 'win32-x64'])(
    'has no fallback on %s and names the way out',
    async (system) => {
      const asked = whichElectron(sources({ system, fallback: never }))
      await expect(asked).rejects.toThrow(/45\.4\.1.*fetch failed.*ELECTRON_OVERRIDE_DIST_PATH/s)
    },
  )
})
