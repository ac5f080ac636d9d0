import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import { createAttempts } from './attempts.ts'
import type { Keyring } from './keyring.ts'
import { createVault, type Vault, type VaultParts } from './vault.ts'
import { openVaultFile } from './vault-file.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-vault-'))
  path = join(folder, 'vault.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Stands for a login's keyring: opens only what one of the same name protected. */
const keyring = (name: string | null): Keyring => ({
  state: async () => ({ available: name !== null, explanation: '', backend: name }),
  protect: async (plain) => Buffer.from(`v11${name}|${[...plain].reverse().join('')}`),
  reveal: async (blob) => {
    const [from, text] = blob.toString().slice(3).split('|')
    if (from !== name) throw new AppError('no-key', 'no')
    return [...(text ?? '')].reverse().join('')
  },
})

/** A new run of the app on the same data folder. */
const run = (name: string | null, parts: Partial<VaultParts> = {}): Vault =>
  createVault({ keyring: keyring(name), file: openVaultFile(path), ...parts })
const onDisk = (): string =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n')
const shows = (secret: Buffer): boolean =>
  [secret.toString('hex'), secret.toString('base64'), secret.toString('latin1')].some((text) => onDisk().includes(text))

const LONG = 'correct horse battery staple'

describe('vault with a keyring', () => {
  it('keeps the API key and the key of the files across runs, neither readable on disk', async () => {
    const first = run('a')
    const { bytes, lasting } = await first.dataKey('w')
    expect(lasting).toBe(true)
    expect(await first.put('w', 'secret-key', true)).toBe('keyring')
    expect(shows(bytes) || shows(Buffer.from('secret-key'))).toBe(false)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const second = run('a')
    expect(await second.get('w')).toBe('secret-key')
    expect((await second.dataKey('w')).bytes).toEqual(bytes)
    expect(second.state('w')).toBe('keyring')
    expect(second.since('w')).toBe(first.since('w'))
  })

  it('does not keep an API key without consent, but keeps the key of the files', async () => {
    const first = run('a')
    expect(await first.put('w', 'secret-key', false)).toBe('session')
    const { bytes } = await first.dataKey('w')
    const second = run('a')
    expect(await second.get('w')).toBeNull()
    expect((await second.dataKey('w')).bytes).toEqual(bytes)
  })

  it('drops an earlier stored key when the new one is for this session only', async () => {
    const vault = run('a')
    await vault.put('w', 'old', true)
    await vault.put('w', 'new', false)
    expect(vault.state('w')).toBe('session')
    expect(await run('a').get('w')).toBeNull()
  })

  it('keeps the old key when the keyring refuses the new one', async () => {
    const refusing = keyring('a')
    const vault = run('a', { keyring: refusing })
    await vault.put('w', 'old', true)
    refusing.protect = async () => {
      throw new AppError('storage', 'no')
    }
    await expect(vault.put('w', 'new', true)).rejects.toThrow(AppError)
    expect(await vault.get('w')).toBe('old')
  })

  it('makes no new key in silence when the keyring is another one, or gone, or gives back another key', async () => {
    await run('a').put('w', 'secret-key', true)
    const before = onDisk()
    for (const ask of [(vault: Vault) => vault.dataKey('w'), (vault: Vault) => vault.get('w')]) {
      await expect(ask(run('b'))).rejects.toMatchObject({ reason: 'keyring-changed' })
      await expect(ask(run(null))).rejects.toMatchObject({ reason: 'keyring-gone' })
    }
    const strange = keyring('a')
    strange.reveal = async () => randomBytes(32).toString('base64')
    await expect(run('a', { keyring: strange }).dataKey('w')).rejects.toMatchObject({ reason: 'keyring-changed' })
    expect(onDisk()).toBe(before)
    expect(await run('a').get('w')).toBe('secret-key')
  })

  it('takes over a key that an earlier version kept, once', async () => {
    const blobs = new Map([['w', (await keyring('a').protect('secret-key')).toString('base64')]])
    const earlier = { read: (id: string) => blobs.get(id) ?? null, clear: (id: string) => void blobs.delete(id) }
    expect(run('a', { earlier }).state('w')).toBe('keyring')
    await expect(run(null, { earlier }).get('w')).rejects.toMatchObject({ reason: 'keyring-gone' })
    await expect(run('b', { earlier }).get('w')).rejects.toMatchObject({ reason: 'keyring-changed' })
    expect(await run('a', { earlier }).get('w')).toBe('secret-key')
    expect(blobs.size).toBe(0)
    expect(await run('a', { earlier }).get('w')).toBe('secret-key')
  })

  it('forgets every copy, or the API key alone', async () => {
    const vault = run('a')
    await vault.put('w', 'secret-key', true)
    const { bytes } = await vault.dataKey('w')
    const kept = Buffer.from(bytes)
    vault.removeKey('w')
    expect(await vault.get('w')).toBeNull()
    expect((await run('a').dataKey('w')).bytes).toEqual(kept)
    vault.forget('w')
    expect(vault.state('w')).toBe('none')
    expect((await run('a').dataKey('w')).bytes).not.toEqual(kept)
  })
})

describe('vault without a keyring', () => {
  it('writes nothing to disk; keys are for this run', async () => {
    const vault = run(null)
    expect(await vault.put('w', 'secret-key', true)).toBe('session')
    const { bytes, lasting } = await vault.dataKey('w')
    expect(lasting).toBe(false)
    expect((await vault.dataKey('w')).bytes).toEqual(bytes)
    expect(await vault.get('w')).toBe('secret-key')
    expect(readdirSync(folder)).toEqual([])
    vault.lock()
    expect(await vault.get('w')).toBeNull()
  })

  it('protects with a passphrase: scrypt of 2^17 or more, a salt for each, nothing readable', async () => {
    const vault = run(null)
    await vault.put('w', 'secret-key', true)
    const { bytes } = await vault.dataKey('w')
    await expect(vault.setPassphrase('w', 'too short')).rejects.toMatchObject({ failure: { kind: 'bad-input' } })
    await vault.setPassphrase('w', LONG)
    expect(await vault.put('w', 'secret-key', true)).toBe('passphrase')
    await vault.setPassphrase('other', LONG)
    const [one, other] = ['w', 'other'].map((id) => openVaultFile(path).read(id)?.recipe)
    expect(one?.cost).toBeGreaterThanOrEqual(2 ** 17)
    expect(one?.salt).not.toBe(other?.salt)
    for (const secret of [bytes, Buffer.from('secret-key'), Buffer.from(LONG)]) expect(shows(secret)).toBe(false)

    const second = run(null)
    expect(second.state('w')).toBe('passphrase')
    await expect(second.dataKey('w')).rejects.toMatchObject({ reason: 'passphrase' })
    await expect(second.get('w')).rejects.toMatchObject({ reason: 'passphrase' })
    await expect(second.enterPassphrase('w', 'correct horse battery stable')).rejects.toMatchObject({
      failure: { kind: 'wrong-passphrase' },
    })
    await expect(second.dataKey('w')).rejects.toMatchObject({ reason: 'passphrase' })
    await second.enterPassphrase('w', LONG)
    expect((await second.dataKey('w')).bytes).toEqual(bytes)
    expect(await second.get('w')).toBe('secret-key')
    second.lock()
    await expect(second.dataKey('w')).rejects.toMatchObject({ reason: 'passphrase' })
  })

  it('slows guessing down from the fourth wrong passphrase on, also when they come at once', async () => {
    let at = 0
    const vault = run(null, { attempts: createAttempts(() => at) })
    await vault.setPassphrase('w', LONG)
    const guesses = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) => vault.enterPassphrase('w', `guess number ${index}`)),
    )
    const kinds = guesses.map((guess) =>
      guess.status === 'rejected' ? (guess.reason as AppError).failure.kind : 'opened',
    )
    expect(kinds).toEqual([...Array(4).fill('wrong-passphrase'), 'rate-limited', 'rate-limited'])
    await expect(vault.enterPassphrase('w', LONG)).rejects.toMatchObject({ failure: { kind: 'rate-limited' } })
    at += 2_000
    await vault.enterPassphrase('w', LONG)
    // After the right one, counting starts anew.
    await expect(vault.enterPassphrase('w', 'guess number 7')).rejects.toMatchObject({
      failure: { kind: 'wrong-passphrase' },
    })
  })

  it('moves from the keyring to a passphrase without changing the key of the files', async () => {
    const vault = run('a')
    await vault.put('w', 'secret-key', true)
    const { bytes } = await vault.dataKey('w')
    await vault.setPassphrase('w', LONG)
    const later = run(null)
    await later.enterPassphrase('w', LONG)
    expect((await later.dataKey('w')).bytes).toEqual(bytes)
    expect(await later.get('w')).toBe('secret-key')
  })
})

describe('other keys of files', () => {
  it('an open one lasts, and never keeps an API key', async () => {
    const { bytes } = run(null).openDataKey('demo')
    const vault = run(null)
    expect(vault.openDataKey('demo').bytes).toEqual(bytes)
    expect(await vault.put('demo', 'secret-key', true)).toBe('session')
    expect(shows(Buffer.from('secret-key'))).toBe(false)
  })

  it('a given one follows from the API key and leaves nothing on disk', () => {
    const [vault, again] = [run(null), run('a')]
    const { bytes } = vault.givenDataKey('e', 'secret-key')
    expect(again.givenDataKey('e', 'secret-key').bytes).toEqual(bytes)
    expect(vault.givenDataKey('e', 'another-key').bytes).not.toEqual(bytes)
    expect(vault.givenDataKey('f', 'secret-key').bytes).not.toEqual(bytes)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the file of protected keys', () => {
  it('is put aside when it is damaged, never overwritten', async () => {
    await run('a').put('w', 'secret-key', true)
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20))
    const damaged = openVaultFile(path)
    expect(damaged.damage).toContain('put aside')
    await createVault({ keyring: keyring('a'), file: damaged }).put('w', 'new-key', true)
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1)
    expect(await run('a').get('w')).toBe('new-key')
  })

  it('is not written when the disk refuses: what was kept stays', async () => {
    const vault = run('a')
    await vault.put('w', 'old', true)
    // A folder where the draft would go: writing fails, as on a full disk.
    const { mkdirSync } = await import('node:fs')
    mkdirSync(`${path}.new`)
    await expect(vault.put('w', 'new', true)).rejects.toThrow()
    expect(await vault.get('w')).toBe('old')
    expect(await run('a').get('w')).toBe('old')
  })
})
