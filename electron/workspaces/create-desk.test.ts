import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import type { WorkspaceState } from '#shared/domain/workspaces.ts'
import type { Keyring } from '../vault/keyring.ts'
import { createVault } from '../vault/vault.ts'
import { openVaultFile } from '../vault/vault-file.ts'
import { createDesk } from './create-desk.ts'
import type { Desk } from './desk.ts'
import type { OpenWorkspace, WorkspaceKeys, WorkspaceOpener } from './open-workspace.ts'
import { openRegistry } from './registry.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-desk-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const noKeyring: Keyring = {
  state: async () => ({ available: false, explanation: '', backend: null }),
  protect: async () => Promise.reject(new AppError('storage', 'no')),
  reveal: async () => Promise.reject(new AppError('no-key', 'no')),
}

interface Run {
  desk: Desk
  /** What happened to files, in order. */
  done: string[]
  keys: WorkspaceKeys[]
  /** Makes the next openings fail. */
  fail: { with: AppError | null; closing: AppError | null }
  /** The state as it was announced last. */
  announced: () => WorkspaceState | null
}

/** The app started (again) on the same data folder, with files that only take notes. */
const run = (toldLater: Promise<string | null> = Promise.resolve(null)): Run => {
  const registry = openRegistry(join(folder, 'workspaces.json'))
  const file = openVaultFile(join(folder, 'vault.json'))
  const [done, keys]: [string[], WorkspaceKeys[]] = [[], []]
  const fail: Run['fail'] = { with: null, closing: null }
  let announced: WorkspaceState | null = null
  const open = async ({ id }: { id: string }, given: WorkspaceKeys): Promise<OpenWorkspace> => {
    if (fail.with !== null) throw fail.with
    keys.push({ ...given, data: { ...given.data, bytes: Buffer.from(given.data.bytes) } })
    done.push(`open ${given.data.lasting ? 'lasting' : 'session'}`)
    const workspace: Partial<OpenWorkspace> = {
      id,
      hasKey: given.apiKey !== null,
      lasting: given.data.lasting,
      told: null,
      toldLater,
      close: async (keep = false) => {
        if (fail.closing !== null) throw fail.closing
        done.push(keep ? 'close, keep' : 'close')
      },
    }
    return workspace as OpenWorkspace
  }
  const opener = Object.assign(open, {
    transport: () => Promise.reject(new Error('no network')),
    erase: async () => void done.push('erase'),
    eraseCache: async () => void done.push('erase cache'),
  }) as unknown as WorkspaceOpener
  const desk = createDesk({
    registry,
    vault: createVault({ keyring: noKeyring, file }),
    keyring: noKeyring,
    opener,
    damage: null,
    environment: undefined,
    changed: (state) => {
      announced = state
    },
  })
  return { desk, done, keys, fail, announced: () => announced }
}

const saveWorkspace = (): void =>
  openRegistry(join(folder, 'workspaces.json')).save({
    id: 'w',
    name: 'Production',
    kind: 'connected',
    url: 'https://api.example/api/v1',
    keyLast4: 'abcd',
    keyBlob: null,
    createdAt: 1,
  })

const PASSPHRASE = 'correct horse battery staple'

it('keeps the files of the session when a passphrase is set, and asks for it at the next start', async () => {
  saveWorkspace()
  const first = run()
  await first.desk.open('w')
  await first.desk.setPassphrase('w', PASSPHRASE)
  expect(first.done).toEqual(['open session', 'close, keep', 'open lasting'])
  expect(first.keys[1]?.data.bytes).toEqual(first.keys[0]?.data.bytes)

  const second = run()
  await second.desk.restore(false)
  expect(await second.desk.state()).toMatchObject({ current: null, unopened: { id: 'w', reason: 'passphrase' } })
  await expect(second.desk.enterPassphrase('w', 'not the passphrase')).rejects.toMatchObject({
    failure: { kind: 'wrong-passphrase' },
  })
  expect(await second.desk.enterPassphrase('w', PASSPHRASE)).toMatchObject({ current: 'w', unopened: null })
  expect(second.keys[0]?.data.bytes).toEqual(first.keys[0]?.data.bytes)
  await second.desk.startOver('w')
  expect(second.done).toEqual(['open lasting', 'close', 'erase', 'open session'])
  expect(second.keys[1]?.data.bytes).not.toEqual(first.keys[0]?.data.bytes)
})

it('stays closed with the reason when files cannot be used, and opens when they can', async () => {
  saveWorkspace()
  const { desk, fail, done } = run()
  fail.with = new AppError('storage', 'The disk is full.', { advice: 'Free some space.' })
  expect(await desk.open('w')).toMatchObject({
    current: null,
    unopened: { reason: 'storage', message: 'The disk is full.', advice: 'Free some space.' },
  })
  fail.with = null
  expect(await desk.open('w')).toMatchObject({ current: 'w', unopened: null })
  expect(await desk.recover('another')).toMatchObject({ current: 'w' })
  await desk.recover('w')
  expect(done).toEqual(['open session', 'close', 'open session'])
})

it('announces what the notebook has to say when it opens, later than the cache', async () => {
  saveWorkspace()
  let resolve: (told: string | null) => void = () => undefined
  const promise = new Promise<string | null>((settle) => {
    resolve = settle
  })
  const { desk, announced } = run(promise)
  expect(await desk.open('w')).toMatchObject({ current: 'w', notice: null })
  resolve('The notebook was damaged.')
  await vi.waitFor(() => expect(announced()).toMatchObject({ current: 'w', notice: 'The notebook was damaged.' }))
})

it('does not say of one workspace what was found in another', async () => {
  saveWorkspace()
  let resolve: (told: string | null) => void = () => undefined
  const promise = new Promise<string | null>((settle) => {
    resolve = settle
  })
  const { desk } = run(promise)
  await desk.open('w')
  await desk.close()
  resolve('The notebook was damaged.')
  await promise
  expect(await desk.state()).toMatchObject({ current: null, notice: null })
})

it('opens a workspace also when it cannot be kept which one is open, and says so', async () => {
  saveWorkspace()
  const { desk } = run()
  // In the way of the draft of the list: nothing can be written in its place.
  mkdirSync(join(folder, 'workspaces.json.new', 'in the way'), { recursive: true })
  const state = await desk.open('w')
  expect(state).toMatchObject({ current: 'w', unopened: null })
  expect(state.notice).toMatch(/list of workspaces could not be used.*choose the workspace yourself/)
})

it('drops the keys when it locks, also when a file cannot be closed', async () => {
  saveWorkspace()
  const { desk, fail, keys } = run()
  await desk.setPassphrase('w', PASSPHRASE)
  await desk.open('w')
  fail.closing = new AppError('storage', 'The disk is full.')
  await expect(desk.lock()).rejects.toThrow('The disk is full.')
  await expect(desk.open('w')).rejects.toMatchObject({ failure: { kind: 'locked' } })
  fail.closing = null
  expect(await desk.reopen(null)).toMatchObject({ current: null, unopened: { id: 'w', reason: 'passphrase' } })
  expect(keys).toHaveLength(1)
})
