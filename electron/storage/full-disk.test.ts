import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CacheInThreads, openCache } from '../cache/thread.ts'
import type { OpenedNotebook } from '../notebook/notebook.ts'
import { startNotebook } from '../notebook/thread.ts'
import { DEFAULTS, openPrivacyChoices } from '../privacy/settings-file.ts'
import { createSmallDisk, hasSmallDisks, type SmallDisk } from '../testing/small-disk.ts'
import { openVaultFile } from '../vault/vault-file.ts'
import { openRegistry } from '../workspaces/registry.ts'

const FULL = { failure: { kind: 'storage', advice: 'The disk is full: free some space.', retryable: true } }
const READ_ONLY = {
  failure: { kind: 'storage', advice: 'The data folder cannot be written: check its permissions.', retryable: true },
}
const withFailure = ({ failure }: { failure: object }): unknown =>
  expect.objectContaining({ failure: expect.objectContaining(failure) })
const KEY = randomBytes(32)

let disk: SmallDisk
beforeEach(() => {
  disk = createSmallDisk(6)
})
afterEach(() => disk.remove())

const cacheFile = (): string => join(disk.folder, 'caches', 'a.sqlite')
const notebookFile = (): string => join(disk.folder, 'notebooks', 'a.sqlite')
const openA = (): Promise<CacheInThreads> =>
  openCache({ workerUrl: new URL('../cache/worker.ts', import.meta.url), file: cacheFile(), key: KEY, keyProven: true })
const openB = (): Promise<OpenedNotebook> =>
  startNotebook({
    workerUrl: new URL('../notebook/worker.ts', import.meta.url),
    file: notebookFile(),
    key: KEY,
    keyProven: true,
    actor: 'ada',
  })
const namesIn = (folder: string): string[] => readdirSync(join(disk.folder, folder)).sort()

/** More than fits into the free rest of a page. */
const LONG = 'note '.repeat(40_000)
const makeNotebook = async (cases: number): Promise<void> => {
  const notebook = await openB()
  for (let at = 1; at <= cases; at++) await notebook.addCase({ id: `case-${at}`, title: `Title ${at}`, ticket: '' }, at)
  await notebook.close()
}
const damageHeader = (file: string): void => {
  const bytes = readFileSync(file)
  bytes.writeUInt8(255, 18)
  writeFileSync(file, bytes)
}

describe.skipIf(!hasSmallDisks())('a disk that is full', { timeout: 120_000 }, () => {
  it('refuses a write of the cache with words, answers reads, and takes the write once there is room', async () => {
    const cache = await openA()
    await cache.saveFact('before', 'kept')
    disk.fill()
    await expect(cache.saveFact('large', LONG)).rejects.toMatchObject(FULL)
    expect([await cache.readFact('before'), await cache.readFact('large')]).toEqual(['kept', null])
    disk.free()
    await cache.saveFact('large', LONG)
    await cache.close()
    const again = await openA()
    expect([again.told, await again.readFact('before'), await again.readFact('large')]).toEqual([null, 'kept', LONG])
    await again.close()
  })

  it('keeps what was synced when it is full at closing and at the next opening', async () => {
    const cache = await openA()
    await cache.saveFact('before', 'kept')
    disk.fill()
    await cache.close()
    const refused = await openA().then(
      (opened) => opened.close(),
      (error: unknown) => error,
    )
    if (refused !== undefined) expect(refused).toMatchObject(FULL)
    disk.free()
    const again = await openA()
    expect([again.told, await again.readFact('before')]).toEqual([null, 'kept'])
    await again.close()
  })

  it('sets a damaged cache aside only when there is room for another', async () => {
    const cache = await openA()
    await cache.countLookup('account', '2026-01-02')
    await cache.close()
    damageHeader(cacheFile())
    disk.fill()
    await expect(openA()).rejects.toMatchObject(FULL)
    expect(namesIn('caches')).toEqual(['a.sqlite'])
    disk.free()
    const again = await openA()
    expect(await again.lookupsOn('2026-01-02')).toEqual({ account: 1 })
    await again.close()
  })

  it('loses nothing of the notebook: what is refused is said, what was there is read, and it goes on', async () => {
    await makeNotebook(3)
    const notebook = await openB()
    disk.fill()
    await expect(notebook.changeCase('case-1', { notes: LONG }, 9)).rejects.toMatchObject(FULL)
    expect((await notebook.readCase('case-1')).case.notes).toBe('')
    expect(await notebook.cases()).toHaveLength(3)
    disk.free()
    await notebook.changeCase('case-1', { notes: LONG }, 10)
    await notebook.close()
    const again = await openB()
    expect((await again.readCase('case-1')).case.notes).toBe(LONG)
    await again.close()
  })

  it('leaves a damaged notebook whole until there is room, and then loses nothing of it', async () => {
    await makeNotebook(30)
    damageHeader(notebookFile())
    disk.fill()
    await expect(openB()).rejects.toMatchObject(FULL)
    expect(namesIn('notebooks')).toEqual(['a.sqlite'])
    disk.free()
    const again = await openB()
    expect(await again.cases()).toHaveLength(30)
    await again.close()
    const after = await openB()
    expect([after.told, (await after.cases()).length]).toEqual([null, 30])
    await after.close()
  })

  it('keeps the small files as they were, and takes the change once there is room', () => {
    const names = ['workspaces.json', 'vault.json', 'privacy.json'] as const
    const [list, vault, privacy] = names.map((name) => join(disk.folder, name)) as [string, string, string]
    const workspace = {
      id: 'a',
      name: 'A',
      kind: 'demo',
      url: null,
      keyLast4: null,
      keyBlob: null,
      createdAt: 1,
    } as const
    const keys = { keeper: 'open', backend: null, apiKey: null, dataKey: 'k', check: 'c', recipe: null } as const
    const [registry, file, choices] = [openRegistry(list), openVaultFile(vault), openPrivacyChoices(privacy)]
    registry.save(workspace)
    file.write('a', keys)
    choices.save('a', { ...DEFAULTS, retentionDays: 14 })
    const before = names.map((name) => readFileSync(join(disk.folder, name), 'utf8'))
    disk.fill()
    const long = 'x'.repeat(8_192)
    const changes = [
      () => registry.save({ ...workspace, name: long }),
      () => file.write('b', { ...keys, dataKey: long }),
      () => choices.save('b'.repeat(8_192), { ...DEFAULTS, retentionDays: 90 }),
    ]
    for (const change of changes) expect(change).toThrow(withFailure(FULL))
    expect(names.map((name) => readFileSync(join(disk.folder, name), 'utf8'))).toEqual(before)
    expect(readdirSync(disk.folder).filter((name) => name.endsWith('.new'))).toEqual([])
    expect([registry.find('a')?.name, file.read('b'), choices.of('a').retentionDays]).toEqual(['A', null, 14])
    disk.free()
    for (const change of changes) change()
    expect([openRegistry(list).find('a')?.name, openVaultFile(vault).read('b')?.dataKey]).toEqual([long, long])
    expect(openPrivacyChoices(privacy).of('b'.repeat(8_192)).retentionDays).toBe(90)
  })
})

describe.skipIf(!hasSmallDisks())('a data folder that cannot be written', { timeout: 120_000 }, () => {
  it('is said by cache and notebook, which stay as they are and open once it can', async () => {
    await makeNotebook(3)
    const cache = await openA()
    await cache.saveFact('before', 'kept')
    await cache.close()
    const before = [readFileSync(cacheFile()), readFileSync(notebookFile())]
    disk.readOnly(true)
    await expect(openA()).rejects.toMatchObject(READ_ONLY)
    await expect(openB()).rejects.toMatchObject(READ_ONLY)
    const registry = openRegistry(join(disk.folder, 'workspaces.json'))
    expect(() => registry.setCurrent('a')).toThrow(withFailure(READ_ONLY))
    expect([readFileSync(cacheFile()), readFileSync(notebookFile())]).toEqual(before)
    disk.readOnly(false)
    const [again, notebook] = [await openA(), await openB()]
    expect([again.told, await again.readFact('before')]).toEqual([null, 'kept'])
    expect([notebook.told, (await notebook.cases()).length]).toEqual([null, 3])
    await again.close()
    await notebook.close()
  })
})
