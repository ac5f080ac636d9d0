import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCache } from './thread.ts'

const workerUrl = new URL('./worker.ts', import.meta.url)
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('cache thread', () => {
  it('keeps what was written, in a file for its owner only', async () => {
    const file = join(folder, 'caches', 'a.sqlite')
    const cache = await openCache({ workerUrl, file })
    await cache.saveFact('greeting', 'hello')
    expect(await cache.countLookup('a', '2026-01-01')).toBe(1)
    expect(await cache.countLookup('a', '2026-01-01')).toBe(2)
    await cache.close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const again = await openCache({ workerUrl, file })
    expect(await again.readFact('greeting')).toBe('hello')
    expect(await again.lookupsOn('2026-01-01')).toEqual({ a: 2 })
    await again.close()
    await expect(again.readFact('greeting')).rejects.toMatchObject({ failure: { kind: 'storage' } })
  })

  it('refuses damaged files and files of a newer version, untouched', async () => {
    const damaged = join(folder, 'damaged.sqlite')
    writeFileSync(damaged, 'this is no database, however long it may be. '.repeat(100))
    await expect(openCache({ workerUrl, file: damaged })).rejects.toMatchObject({ failure: { kind: 'storage' } })
    const future = join(folder, 'future.sqlite')
    const db = new Database(future)
    db.pragma('user_version = 999')
    db.close()
    await expect(openCache({ workerUrl, file: future })).rejects.toThrow(/newer version/)
  })
})
