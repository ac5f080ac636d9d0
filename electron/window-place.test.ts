import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keepPlace, reachable, readPlace, type WindowPlace } from './window-place.ts'

const folder = mkdtempSync(join(tmpdir(), 'place-'))
afterAll(() => rmSync(folder, { recursive: true }))

const place = (x: number, y: number, width = 1_000, height = 700): WindowPlace => ({
  bounds: { x, y, width, height },
  maximized: false,
})
const laptop = { x: 0, y: 25, width: 1_440, height: 875 }
const beside = { x: 1_440, y: 0, width: 1_920, height: 1_080 }

describe('a kept place', () => {
  it('is used while its screen is there', () => {
    expect(reachable(place(1_600, 100), [laptop, beside])).toEqual(place(1_600, 100))
    expect(reachable(place(-200, 25), [laptop])).toEqual(place(-200, 25))
  })

  it('is dropped when its screen is gone, or when its title bar could not be grabbed', () => {
    expect(reachable(place(1_600, 100), [laptop])).toBeNull()
    expect(reachable(place(-900, 100), [laptop])).toBeNull()
    expect(reachable(place(100, -300), [laptop])).toBeNull()
  })

  it('comes back as it was kept', () => {
    const file = join(folder, 'window.json')
    expect(readPlace(file)).toBeNull()
    keepPlace(file, { ...place(10, 30), maximized: true })
    expect(readPlace(file)).toEqual({ ...place(10, 30), maximized: true })
  })

  it.each([
    ...['', '{}', '{"bounds":{"x":1e99}}', '[]', '\0', 'null', '{"bounds":null,"maximized":true}'],
    JSON.stringify({ ...place(0, 0), maximized: 1 }),
    JSON.stringify(place(0.5, 0)),
    JSON.stringify(place(0, 100_001)),
    JSON.stringify({ ...place(0, 0), bounds: { x: 0, y: 0, width: '9', height: 9 } }),
  ])('is ignored when the file holds %j', (text) => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, text)
    expect(readPlace(file)).toBeNull()
  })

  it('that cannot be kept does not stop the window from closing', () => {
    expect(() => keepPlace(join(folder, 'no-such-folder', 'window.json'), place(0, 0))).not.toThrow()
  })
})
