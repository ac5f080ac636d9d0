import { describe, expect, it } from 'vitest'
import { lacksGraphicsCard } from './graphics.ts'

const having =
  (...paths: string[]) =>
  (path: string): boolean =>
    paths.includes(path)

describe('lacksGraphicsCard', () => {
  it('is true on Linux without any device of a graphics driver', () => {
    expect(lacksGraphicsCard('linux', having('/dev/null', '/dev/fb0'))).toBe(true)
  })

  it.each(['/dev/dri', '/dev/nvidiactl', '/dev/dxg'])('is false where there is %s', (path) => {
    expect(lacksGraphicsCard('linux', having(path))).toBe(false)
  })

  it.each(['darwin', 'win32'] as const)('is false on %s, which always draws with something', (platform) => {
    expect(lacksGraphicsCard(platform, having())).toBe(false)
  })
})
