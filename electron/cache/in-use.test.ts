import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { unlock } from '../storage/cipher.ts'
import { openCache } from './thread.ts'

const workerUrl = new URL('./worker.ts', import.meta.url)

it('a file that another program uses is refused with words, not set aside, and opens when it is free', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-in-use-'))
  try {
    const place = { workerUrl, file: join(folder, 'a.sqlite'), key: randomBytes(32), keyProven: true }
    const first = await openCache(place)
    await first.saveFact('greeting', 'hello')
    await first.close()
    const other = new Database(place.file)
    unlock(other, place.key)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE; CREATE TABLE held (x); ')
    await expect(openCache(place)).rejects.toMatchObject({
      failure: { kind: 'storage', advice: 'Another program uses the cache: close it.', retryable: true },
    })
    other.exec('ROLLBACK')
    other.close()
    const again = await openCache(place)
    expect([again.told, await again.readFact('greeting')]).toEqual([null, 'hello'])
    await again.close()
    expect(readdirSync(folder)).toEqual(['a.sqlite'])
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 60_000)
