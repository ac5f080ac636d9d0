import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unlock } from '../storage/cipher.ts'
import { runningCheckpoint } from '../testing/records.ts'
import type { SyncPage } from './cache.ts'
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

  it('sets a damaged file aside and says so; refuses one of a newer version, untouched', async () => {
    const damaged = join(folder, 'damaged.sqlite')
    writeFileSync(damaged, 'this is no database, however long it may be. '.repeat(100))
    const cache = await openCache({ workerUrl, file: damaged })
    expect(cache.told).toContain('was damaged and was set aside')
    await cache.saveFact('greeting', 'hello')
    await cache.close()
    const aside = readdirSync(folder).filter((name) => name.startsWith('damaged.sqlite.damaged-'))
    expect(aside).toHaveLength(1)
    expect(readFileSync(join(folder, aside[0] ?? ''), 'utf8')).toContain('this is no database')
    const again = await openCache({ workerUrl, file: damaged })
    expect([again.told, await again.readFact('greeting')]).toEqual([null, 'hello'])
    await again.close()
    const future = join(folder, 'future.sqlite')
    const db = new Database(future)
    db.pragma('user_version = 999')
    db.close()
    await expect(openCache({ workerUrl, file: future })).rejects.toThrow(/newer version/)
  })

  const CANARY = 'Zoë Canary'
  const readable = (): string[] =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(CANARY.slice(4)))

  it('leaves nothing readable in the file, its log and its shared memory, while open and afterwards', async () => {
    const file = join(folder, 'a.sqlite')
    const key = randomBytes(32)
    const cache = await openCache({ workerUrl, file, key, readerAfterMs: 0 })
    for (let fact = 0; fact < 200; fact++) await cache.saveFact(`fact ${fact}`, `${CANARY} ${'x'.repeat(2_000)}`)
    expect(readdirSync(folder).sort()).toEqual(['a.sqlite', 'a.sqlite-shm', 'a.sqlite-wal', 'a.sqlite.open'])
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(100_000)
    expect(readable()).toEqual([])
    // The reader has the key too.
    expect(await cache.reading).toBeNull()
    expect(await cache.overview()).toBeDefined()
    await cache.close()
    expect(readable()).toEqual([])
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    // The caller's key is its own: only the threads' copies are wiped.
    const again = await openCache({ workerUrl, file, key })
    expect(await again.readFact('fact 7')).toContain(CANARY)
    await again.close()
    const db = new Database(file)
    unlock(db, key)
    expect(db.pragma('page_size', { simple: true })).toBe(4096)
    db.close()
  })

  it('is read by its writer until a reader is there, and where there can be none', async () => {
    const file = join(folder, 'a.sqlite')
    const key = randomBytes(32)
    const late = await openCache({ workerUrl, file, key, readerAfterMs: 60_000 })
    expect(await late.accounts()).toEqual([])
    await late.close()
    const cache = await openCache({ workerUrl, file, key, readerAfterMs: 0 })
    // The reader finds another key than the writer did.
    key.fill(0)
    expect(await cache.reading).toMatchObject({ failure: { kind: 'storage' } })
    expect(await cache.accounts()).toEqual([])
    await cache.close()
  })

  it('writes pages that arrive together, and one that cannot be written takes no other with it', async () => {
    const cache = await openCache({ workerUrl, file: join(folder, 'a.sqlite') })
    const page = (resource: 'chats' | 'relations', accountId: string): SyncPage => ({
      resource,
      items: [],
      problems: [],
      at: 1,
      checkpoint: runningCheckpoint(accountId, resource),
    })
    const pages = [page('chats', 'a'), page('chats', null as unknown as string), page('relations', 'b')]
    const saved = await Promise.allSettled(pages.map((one) => cache.savePage(one)))
    expect(saved.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await cache.checkpoints()).map(({ accountId, resource }) => `${accountId} ${resource}`)).toEqual([
      'a chats',
      'b relations',
    ])
    await cache.close()
  })

  it('a cache of a version without encryption is taken over, and not readable any more', async () => {
    const file = join(folder, 'a.sqlite')
    const plain = await openCache({ workerUrl, file })
    await plain.saveFact('greeting', CANARY)
    await plain.close()
    expect(readable()).toEqual(['a.sqlite'])
    const cache = await openCache({ workerUrl, file, key: randomBytes(32) })
    expect(await cache.readFact('greeting')).toBe(CANARY)
    await cache.close()
    expect(readable()).toEqual([])
    expect(readdirSync(folder)).toEqual(['a.sqlite'])
  })

  it('a key that is not this file’s is refused and touches nothing, unless another key is expected', async () => {
    const file = join(folder, 'a.sqlite')
    const first = await openCache({ workerUrl, file, key: randomBytes(32) })
    await first.saveFact('greeting', 'hello')
    await first.close()
    const before = readFileSync(file)
    const key = randomBytes(32)
    await expect(openCache({ workerUrl, file, key })).rejects.toMatchObject({
      failure: { kind: 'storage' },
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    const other = await openCache({ workerUrl, file, key, keyProven: false })
    expect(await other.readFact('greeting')).toBeNull()
    await other.close()
  })
})
