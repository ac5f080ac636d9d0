import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import type { Keyring } from './keyring.ts'
import { type BlobStore, createVault } from './vault.ts'

const memoryBlobs = (): BlobStore & { all: Map<string, string> } => {
  const all = new Map<string, string>()
  return {
    all,
    read: (id) => all.get(id) ?? null,
    write: (id, blob) => void (blob === null ? all.delete(id) : all.set(id, blob)),
  }
}

const keyring = (available: boolean): Keyring => ({
  state: async () => ({ available, explanation: '' }),
  protect: async (plain) => Buffer.from(`v11${[...plain].reverse().join('')}`),
  reveal: async (blob) => [...blob.toString().slice(3)].reverse().join(''),
})

describe('vault', () => {
  it('keeps a remembered key encrypted across runs', async () => {
    const blobs = memoryBlobs()
    expect(await createVault(keyring(true), blobs).put('w', 'secret-key', true)).toBe('keyring')
    expect(Buffer.from(blobs.all.get('w') ?? '', 'base64').toString()).not.toContain('secret-key')
    expect(await createVault(keyring(true), blobs).get('w')).toBe('secret-key')
  })

  it('writes nothing to disk without a keyring or without consent', async () => {
    const blobs = memoryBlobs()
    const vault = createVault(keyring(false), blobs)
    expect(await vault.put('w', 'secret-key', true)).toBe('session')
    expect(await createVault(keyring(true), blobs).put('x', 'secret-key', false)).toBe('session')
    expect(blobs.all.size).toBe(0)
    expect(await vault.get('w')).toBe('secret-key')
    expect(await createVault(keyring(false), blobs).get('w')).toBeNull()
  })

  it('drops an earlier stored key when the new one is for this session only', async () => {
    const blobs = memoryBlobs()
    const vault = createVault(keyring(true), blobs)
    await vault.put('w', 'old', true)
    await vault.put('w', 'new', false)
    expect(vault.state('w')).toBe('session')
    expect(await createVault(keyring(true), blobs).get('w')).toBeNull()
  })

  it('keeps the old key when the keyring refuses the new one', async () => {
    const blobs = memoryBlobs()
    const refusing: Keyring = { ...keyring(true) }
    const vault = createVault(refusing, blobs)
    await vault.put('w', 'old', true)
    refusing.protect = async () => {
      throw new AppError('storage', 'no')
    }
    await expect(vault.put('w', 'new', true)).rejects.toThrow(AppError)
    expect(await vault.get('w')).toBe('old')
  })

  it('forgets both copies', async () => {
    const blobs = memoryBlobs()
    const vault = createVault(keyring(true), blobs)
    await vault.put('w', 'secret-key', true)
    vault.forget('w')
    expect(await vault.get('w')).toBeNull()
    expect(vault.state('w')).toBe('none')
    expect(blobs.all.size).toBe(0)
  })
})
