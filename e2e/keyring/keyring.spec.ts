import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { openVaultFile } from '../../electron/vault/vault-file.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { syncToTheEnd } from '../fixtures/journeys.ts'
import { type Login, startLogin } from './login.ts'

const connect = async (page: Page, url: string, key: string): Promise<void> => {
  await page.getByRole('button', { name: 'Connect a workspace' }).click()
  await page.getByLabel('API URL').fill(url)
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await syncToTheEnd(page)
}

const blobsOn = (dataDir: string): string[] => {
  const text = readFileSync(join(dataDir, 'vault.json'), 'utf8')
  return [...text.matchAll(/"(?:sealed|dataKey)": "([^"]+)"/g)].map(([, blob]) =>
    Buffer.from(blob ?? '', 'base64').toString('latin1'),
  )
}
const workspaceOf = async (page: Page) => {
  const outcome = await page.evaluate(async () => window.api?.workspaces.state(null))
  if (outcome?.ok !== true) throw new Error('no state')
  return outcome.value
}

const logins: Login[] = []
const login = async (keyring = true): Promise<Login> => {
  const started = await startLogin(keyring)
  logins.push(started)
  return started
}
test.afterEach(() => {
  for (const { end } of logins.splice(0)) end()
})

test('a live keyring keeps API key and data key; another one, none, and the right one again', async ({
  start,
  simulator,
  dataDir,
  shoot,
}) => {
  const [own, other] = [await login(), await login()]
  const first = await start(own.env)
  await connect(first.page, simulator.url, simulator.key)
  expect((await workspaceOf(first.page)).workspaces[0]?.keyState).toBe('keyring')
  await first.quit()
  const blobs = blobsOn(dataDir)
  expect(blobs.map((blob) => blob.slice(0, 3))).toEqual(['v11', 'v11'])
  expect(readFileSync(join(dataDir, 'vault.json'), 'utf8')).not.toContain(simulator.key)
  const before = readFileSync(join(dataDir, 'vault.json'), 'utf8')

  const elsewhere = await start(other.env)
  await expect(elsewhere.page.getByRole('heading', { name: 'The keyring changed' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await elsewhere.page.emulateMedia({ colorScheme })
    await shoot(elsewhere.page, `keyring-changed-${colorScheme}`)
  }
  await elsewhere.quit()
  const nowhere = await start({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus', XDG_CURRENT_DESKTOP: 'GNOME' })
  await expect(nowhere.page.getByRole('heading', { name: 'The keyring is not available' })).toBeVisible()
  await nowhere.quit()
  expect(readFileSync(join(dataDir, 'vault.json'), 'utf8')).toBe(before)

  const again = await start(own.env)
  await expect(again.page.getByRole('tablist', { name: 'Providers' })).toBeVisible()
  expect((await workspaceOf(again.page)).workspaces[0]).toMatchObject({
    keyState: 'keyring',
    keyLast4: simulator.key.slice(-4),
  })
})

for (const [name, env] of [
  ['no bus', { DBUS_SESSION_BUS_ADDRESS: '', XDG_CURRENT_DESKTOP: '' }],
  ['a dead bus', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus', XDG_CURRENT_DESKTOP: 'GNOME' }],
] as const)
  test(`${name}: keys are for this session, and nothing is written`, async ({ start, simulator, dataDir }) => {
    const { page } = await start(env)
    await connect(page, simulator.url, simulator.key)
    const state = await workspaceOf(page)
    expect(state.keyring.available).toBe(false)
    expect(state.workspaces[0]?.keyState).toBe('session')
    expect(openVaultFile(join(dataDir, 'vault.json')).read(state.current ?? '')).toBeNull()
  })

test('a v10 blob is never trusted', async ({ start, simulator, dataDir }) => {
  const own = await login()
  const first = await start(own.env)
  await connect(first.page, simulator.url, simulator.key)
  await first.quit()
  const path = join(dataDir, 'vault.json')
  const downgraded = readFileSync(path, 'utf8').replaceAll(/"(sealed|dataKey)": "([^"]+)"/g, (_, field, blob) => {
    const bytes = Buffer.from(String(blob), 'base64')
    bytes.write('v10')
    return `"${field}": "${bytes.toString('base64')}"`
  })
  writeFileSync(path, downgraded)
  const second = await start(own.env)
  await expect(second.page.getByRole('heading', { name: 'The keyring changed' })).toBeVisible()
})
