import { safeStorage } from 'electron'
import { AppError } from '#shared/domain/errors.ts'

export interface KeyringState {
  available: boolean
  explanation: string
  /** Chromium's name of what it found ("gnome_libsecret", "kwallet5"); null when that is nothing. It proves nothing. */
  backend: string | null
}

/**
 * The OS keyring through Electron's safeStorage. On Linux only a blob that starts with `v11` was encrypted with a key
 * from a keyring: `v10` means a key that is the same in every Chromium build, which protects nothing.
 */
export interface Keyring {
  /** Whether a stored key would really be protected, and why (not), for people. */
  state(): Promise<KeyringState>
  protect(plain: string): Promise<Buffer>
  reveal(blob: Buffer): Promise<string>
}

const NONE =
  'This computer has no keyring that the app can use, so the key is kept in memory and asked again after a restart.'
const READY = 'The key is encrypted with this computer’s keyring.'

// The asynchronous methods do not exist before Electron 37; the synchronous ones are gone from 46.
const isAsync = (): boolean => typeof safeStorage.encryptStringAsync === 'function'
const isOffered = async (): Promise<boolean> =>
  isAsync() ? safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable()
const encrypt = async (plain: string): Promise<Buffer> =>
  isAsync() ? safeStorage.encryptStringAsync(plain) : safeStorage.encryptString(plain)
const decrypt = async (blob: Buffer): Promise<string> =>
  isAsync() ? (await safeStorage.decryptStringAsync(blob)).result : safeStorage.decryptString(blob)

const isProtected = (blob: Buffer): boolean =>
  process.platform !== 'linux' || blob.subarray(0, 3).toString('latin1') === 'v11'

/** Asks the keyring; never throws. The answer is probed with a real encryption, because the backend's name proves nothing. */
const probe = async (): Promise<boolean> => {
  try {
    return (await isOffered()) && isProtected(await encrypt('probe'))
  } catch {
    return false
  }
}

const OTHER_SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'keychain', win32: 'dpapi' }

const backendName = (): string | null => {
  const elsewhere = OTHER_SYSTEMS[process.platform]
  if (elsewhere !== undefined) return elsewhere
  const name = safeStorage.getSelectedStorageBackend()
  return name === 'basic_text' || name === 'unknown' ? null : name
}

/** The keyring of this computer. Call after the app is ready. */
export const createKeyring = (): Keyring => {
  let probed: Promise<boolean> | null = null
  const available = async (): Promise<boolean> => {
    probed ??= probe()
    const found = await probed
    // It may be unlocked later; a keyring that was there is not asked again.
    if (!found) probed = null
    return found
  }
  return {
    state: async () => {
      const found = await available()
      return { available: found, explanation: found ? READY : NONE, backend: backendName() }
    },
    protect: async (plain) => {
      const blob = await encrypt(plain)
      if (isProtected(blob)) return blob
      throw new AppError('storage', 'The keyring did not protect the key, so it was not written to disk.')
    },
    reveal: async (blob) => {
      try {
        if (isProtected(blob)) return await decrypt(blob)
      } catch (error) {
        throw new AppError('no-key', 'The keyring could not open the stored API key.', {
          advice: 'Enter the API key again: the keyring may be locked, or belong to another login.',
          cause: error,
        })
      }
      throw new AppError('no-key', 'The stored API key is not protected by a keyring and was ignored.', {
        advice: 'Enter the API key again.',
      })
    },
  }
}
