import { hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '#shared/domain/errors.ts'
import { KEY_BYTES, keyCheck } from '../storage/cipher.ts'
import { type Attempts, createAttempts } from './attempts.ts'
import type { Keyring } from './keyring.ts'
import { keyOfPassphrase, newRecipe, seal, unseal } from './passphrase.ts'
import { Unopened } from './unopened.ts'
import type { KeptKeys, VaultFile } from './vault-file.ts'

/** The key of a workspace's files: its cache and what people made. */
export interface DataKey {
  bytes: Buffer
  /** False: nobody can read these files after this run, so they must not outlive it. */
  lasting: boolean
  /** Checked against its key-check value: a file that it does not open is damaged. */
  proven: boolean
}

export type ApiKeyState = 'keyring' | 'passphrase' | 'session' | 'none'

/** Keys by workspace: the only place that holds them in plain text, in this process, while the app runs. */
export interface Vault {
  /** Keeps an API key for this run and, when `remember` is set and somebody protects it, on disk. */
  put(id: string, key: string, remember: boolean): Promise<ApiKeyState>
  /** The API key; null when it must be entered again. Throws `Unopened` when its keeper does not give it back. */
  get(id: string): Promise<string | null>
  state(id: string): ApiKeyState
  /** When the API key was entered, ms; null without one. */
  since(id: string): number | null
  /** Drops the API key alone: what is cached stays readable. */
  removeKey(id: string): void
  /** The key of the workspace's files, made when there is none. Throws `Unopened`. */
  dataKey(id: string): Promise<DataKey>
  /** One that nobody protects, for a workspace that holds nothing real. */
  openDataKey(id: string): DataKey
  /** One that follows from an API key which is given anew in every run. */
  givenDataKey(id: string, apiKey: string): DataKey
  /** Protects a workspace's keys with a passphrase from now on. */
  setPassphrase(id: string, passphrase: string): Promise<void>
  /** Opens what a passphrase protects. Throws `wrong-passphrase` and, after several, `rate-limited`. */
  enterPassphrase(id: string, passphrase: string): Promise<void>
  /** Drops every copy of the workspace's keys: its files are unreadable from then on. */
  forget(id: string): void
  /** Drops every key from memory. What is for this run only is gone; keyring and passphrase give the others back. */
  lock(): void
}

export interface VaultParts {
  keyring: Keyring
  file: VaultFile
  /** The API key as earlier versions kept it: protected by the keyring, base64. Taken over at its first use. */
  earlier?: { read(id: string): string | null; clear(id: string): void }
  now?: () => number
  attempts?: Attempts
}

interface InMemory {
  apiKey?: { key: string; since: number }
  dataKey?: DataKey
  /** The key of the passphrase, once it was entered. */
  passphraseKey?: Buffer
}

const SHORTEST_PASSPHRASE = 12

const gone = (backend: string | null, now: string | null): Unopened =>
  new Unopened(
    'keyring-gone',
    `The keyring that protects this workspace is not available${backend === null ? '' : ` (${backend})`}.`,
    `Unlock it or log in as usual, then try again. ${now === null ? 'The app finds no keyring now.' : `The app finds ${now} now.`}`,
  )
const changed = (backend: string | null, cause?: unknown): Unopened =>
  new Unopened(
    'keyring-changed',
    'The keyring does not open what was stored for this workspace.',
    `It was stored by ${backend === null || backend === 'unknown' ? 'another keyring' : backend} of this or another login. Log in with that one, or start over with the API key.`,
    cause,
  )

/** Creates the vault over a keyring and the file of protected keys. */
export const createVault = ({ keyring, file, earlier, now = Date.now, ...parts }: VaultParts): Vault => {
  const attempts = parts.attempts ?? createAttempts(() => performance.now())
  const memory = new Map<string, InMemory>()
  const of = (id: string): InMemory => {
    const known = memory.get(id) ?? {}
    memory.set(id, known)
    return known
  }

  /** Protects a secret the way `kept` says; base64. */
  const protect = async (id: string, kept: Pick<KeptKeys, 'keeper'>, secret: Buffer, what: string): Promise<string> => {
    if (kept.keeper === 'open') return secret.toString('base64')
    if (kept.keeper === 'keyring') return (await keyring.protect(secret.toString('base64'))).toString('base64')
    const { passphraseKey } = of(id)
    if (passphraseKey === undefined) throw needsPassphrase()
    return seal(secret, passphraseKey, `${what} of ${id}`)
  }
  const needsPassphrase = (): Unopened =>
    new Unopened('passphrase', 'A passphrase protects this workspace.', 'Enter it to open what is on this computer.')

  /** The secret that its keeper gives back. Throws `Unopened`. */
  const reveal = async (id: string, kept: KeptKeys, sealed: string, what: string): Promise<Buffer> => {
    if (kept.keeper === 'open') return Buffer.from(sealed, 'base64')
    if (kept.keeper === 'passphrase') {
      const { passphraseKey } = of(id)
      const secret = passphraseKey === undefined ? null : unseal(sealed, passphraseKey, `${what} of ${id}`)
      if (secret === null) throw needsPassphrase()
      return secret
    }
    const { available, backend } = await keyring.state()
    if (!available) throw gone(kept.backend, backend)
    const text = await keyring.reveal(Buffer.from(sealed, 'base64')).catch((error: unknown) => {
      throw changed(kept.backend, error)
    })
    return Buffer.from(text, 'base64')
  }

  /** What is kept of the workspace; made now when a keyring is there to keep it, null for this run only. */
  const ensure = async (id: string): Promise<KeptKeys | null> => {
    const known = file.read(id)
    if (known !== null) return known
    const { available, backend } = await keyring.state()
    const blob = earlier?.read(id) ?? null
    if (!available) {
      if (blob !== null) throw gone(null, backend)
      return null
    }
    const bytes = of(id).dataKey?.bytes ?? randomBytes(KEY_BYTES)
    const kept: KeptKeys = {
      keeper: 'keyring',
      backend,
      apiKey: blob === null ? null : { sealed: await rewrapped(blob), since: now() },
      dataKey: await protect(id, { keeper: 'keyring' }, bytes, 'data key'),
      check: keyCheck(bytes),
      recipe: null,
    }
    file.write(id, kept)
    if (blob !== null) earlier?.clear(id)
    of(id).dataKey = { bytes, lasting: true, proven: true }
    return kept
  }
  /** Earlier versions gave the keyring the key itself, not its base64. */
  const rewrapped = async (blob: string): Promise<string> => {
    const key = await keyring.reveal(Buffer.from(blob, 'base64')).catch((error: unknown) => {
      throw changed(null, error)
    })
    return (await keyring.protect(Buffer.from(key).toString('base64'))).toString('base64')
  }

  const dataKey = async (id: string): Promise<DataKey> => {
    const kept = await ensure(id)
    const known = of(id).dataKey
    if (known !== undefined) return known
    if (kept === null) {
      const fleeting: DataKey = { bytes: randomBytes(KEY_BYTES), lasting: false, proven: true }
      of(id).dataKey = fleeting
      return fleeting
    }
    const bytes = await reveal(id, kept, kept.dataKey, 'data key')
    // The keyring gave something back that was never this workspace's key: nothing is opened with it, nothing touched.
    if (bytes.length !== KEY_BYTES || keyCheck(bytes) !== kept.check) throw changed(kept.backend)
    const revealed: DataKey = { bytes, lasting: true, proven: true }
    of(id).dataKey = revealed
    return revealed
  }

  const keptApiKey = async (id: string, kept: KeptKeys | null): Promise<{ key: string; since: number } | null> => {
    if (kept === null || kept.apiKey === null) return null
    const key = (await reveal(id, kept, kept.apiKey.sealed, 'API key')).toString()
    return { key, since: kept.apiKey.since }
  }

  return {
    dataKey,
    openDataKey: (id) => {
      const kept = file.read(id)
      const stored = kept === null ? null : Buffer.from(kept.dataKey, 'base64')
      const fits = stored !== null && stored.length === KEY_BYTES && keyCheck(stored) === kept?.check
      const bytes = fits ? stored : randomBytes(KEY_BYTES)
      if (!fits) {
        const sealed = bytes.toString('base64')
        file.write(id, {
          keeper: 'open',
          backend: null,
          apiKey: null,
          dataKey: sealed,
          check: keyCheck(bytes),
          recipe: null,
        })
      }
      return { bytes, lasting: true, proven: true }
    },
    givenDataKey: (id, apiKey) => ({
      bytes: Buffer.from(hkdfSync('sha256', apiKey, id, 'postpress Inspector data key', KEY_BYTES)),
      lasting: true,
      // Another API key makes another data key.
      proven: false,
    }),
    put: async (id, key, remember) => {
      const kept = remember ? await ensure(id) : file.read(id)
      // Nobody protects what is `open`: no API key ever goes there.
      const stored = remember && kept !== null && kept.keeper !== 'open'
      // Protected before anything changes: a refusal leaves the vault as it was.
      const since = now()
      if (kept !== null) {
        const apiKey = stored ? { sealed: await protect(id, kept, Buffer.from(key), 'API key'), since } : null
        file.write(id, { ...kept, apiKey })
      }
      of(id).apiKey = { key, since }
      return stored && kept.keeper !== 'open' ? kept.keeper : 'session'
    },
    get: async (id) => {
      const known = of(id).apiKey
      if (known !== undefined) return known.key
      const kept = await keptApiKey(id, await ensure(id))
      if (kept !== null) of(id).apiKey = kept
      return kept?.key ?? null
    },
    state: (id) => {
      const kept = file.read(id)
      if (kept !== null && kept.apiKey !== null && kept.keeper !== 'open') return kept.keeper
      if (kept === null && earlier?.read(id)) return 'keyring'
      return memory.get(id)?.apiKey === undefined ? 'none' : 'session'
    },
    since: (id) => memory.get(id)?.apiKey?.since ?? file.read(id)?.apiKey?.since ?? null,
    removeKey: (id) => {
      const kept = file.read(id)
      if (kept !== null) file.write(id, { ...kept, apiKey: null })
      delete of(id).apiKey
    },
    setPassphrase: async (id, passphrase) => {
      if ([...passphrase].length < SHORTEST_PASSPHRASE)
        throw new AppError('bad-input', `A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`, {
          advice: 'Four or five words that do not belong together are easy to remember and hard to guess.',
        })
      const { bytes } = await dataKey(id)
      // A key that was not to be remembered is not kept now either; one that nobody could keep is.
      const kept = file.read(id)
      const apiKey = kept === null ? (of(id).apiKey ?? null) : await keptApiKey(id, kept)
      const recipe = newRecipe()
      const passphraseKey = await keyOfPassphrase(passphrase, recipe)
      const sealed = (secret: Buffer, what: string): string => seal(secret, passphraseKey, `${what} of ${id}`)
      file.write(id, {
        keeper: 'passphrase',
        backend: null,
        apiKey: apiKey === null ? null : { sealed: sealed(Buffer.from(apiKey.key), 'API key'), since: apiKey.since },
        dataKey: sealed(bytes, 'data key'),
        check: keyCheck(bytes),
        recipe,
      })
      Object.assign(of(id), { passphraseKey, dataKey: { bytes, lasting: true, proven: true } })
    },
    enterPassphrase: async (id, passphrase) => {
      const kept = file.read(id)
      if (kept?.recipe == null) throw new AppError('not-found', 'No passphrase protects this workspace.')
      attempts.check(id)
      // Counted before it is known, so that tries at the same time count too.
      attempts.failed(id)
      const passphraseKey = await keyOfPassphrase(passphrase, kept.recipe)
      const bytes = unseal(kept.dataKey, passphraseKey, `data key of ${id}`)
      if (bytes === null)
        throw new AppError('wrong-passphrase', 'This is not the passphrase.', {
          advice: 'It is case-sensitive. Without it only starting over with the API key is left.',
          retryable: true,
        })
      attempts.succeeded(id)
      Object.assign(of(id), { passphraseKey, dataKey: { bytes, lasting: true, proven: true } })
    },
    forget: (id) => {
      memory.get(id)?.dataKey?.bytes.fill(0)
      memory.get(id)?.passphraseKey?.fill(0)
      memory.delete(id)
      file.write(id, null)
      if (earlier?.read(id)) earlier.clear(id)
    },
    lock: () => {
      for (const { dataKey: known, passphraseKey } of memory.values()) {
        known?.bytes.fill(0)
        passphraseKey?.fill(0)
      }
      memory.clear()
    },
  }
}
