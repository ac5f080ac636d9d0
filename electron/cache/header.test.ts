import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { setAsideFrom } from '../storage/set-aside.ts'
import { createMethods } from './methods.ts'
import { openOrRebuild } from './recover.ts'

const NOW = Date.UTC(2026, 0, 2)
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-cache-'))
  file = join(folder, 'a.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

it.each([
  ['plain', undefined],
  ['encrypted', Buffer.alloc(32, 7)],
])(
  'a cache (%s) with a wrong byte in its readable header is begun anew, with the look-ups of the day',
  { timeout: 60_000 },
  (_what, key) => {
    const open = () => openOrRebuild(file, { key, keyProven: true }, NOW)
    const made = open()
    createMethods(made.db).countLookup('account', '2026-01-02')
    made.db.close()
    const sound = readFileSync(file)
    for (let at = 16; at < 24; at++)
      for (const byte of [0, 1, 2, 3, 64, 127, 255]) {
        if (sound[at] === byte) continue
        const bytes = Buffer.from(sound)
        bytes.writeUInt8(byte, at)
        writeFileSync(file, bytes)
        const { db, told } = open()
        const cache = createMethods(db)
        expect({ at, byte, told }).toEqual({ at, byte, told: expect.stringMatching(/damaged and was set aside/) })
        expect(told).not.toMatch(/starts anew/)
        expect(cache.lookupsOn('2026-01-02')).toMatchObject({ account: 1 })
        cache.saveFact('works', 'again')
        db.close()
        expect(setAsideFrom(file)).toHaveLength(1)
        const again = open()
        expect(again.told).toBeNull()
        again.db.close()
      }
  },
)
