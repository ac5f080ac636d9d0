import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { openVaultFile } from '../../electron/vault/vault-file.ts'
import { openRegistry } from '../../electron/workspaces/registry.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, syncToTheEnd } from '../fixtures/journeys.ts'

const PASSPHRASE = 'correct horse battery staple'

const inBothThemes = async (page: Page, shoot: (page: Page, name: string) => Promise<void>, name: string) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await shoot(page, `${name}-${colorScheme}`)
  }
}

const chooseInMenu = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: /^Workspace: / }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('without a keyring a passphrase protects a workspace, also one whose cache was damaged', async ({
  start,
  simulator,
  dataDir,
  shoot,
}) => {
  const first = await start()
  await first.page.getByRole('button', { name: 'Connect a workspace' }).click()
  await first.page.getByLabel('API URL').fill(simulator.url)
  await first.page.getByLabel('API key', { exact: true }).fill(simulator.key)
  await first.page.getByRole('button', { name: 'Connect', exact: true }).click()
  await syncToTheEnd(first.page)

  await chooseInMenu(first.page, 'API key')
  const key = first.page.getByRole('dialog', { name: /^API key of / })
  await expect(key).toContainText(`Ends in ${simulator.key.slice(-4)}`)
  await expect(key).not.toContainText(simulator.key)
  await key.getByRole('button', { name: 'Test key' }).click()
  await expect(key.getByRole('status')).toHaveText('postpress takes this key.')
  await inBothThemes(first.page, shoot, 'api-key')
  await first.page.keyboard.press('Escape')

  await chooseInMenu(first.page, 'Protect with a passphrase')
  await first.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await first.page.getByLabel('Passphrase, again').fill(PASSPHRASE)
  await inBothThemes(first.page, shoot, 'passphrase-choose')
  await first.page.getByRole('button', { name: 'Protect', exact: true }).click()
  await expect(first.page.getByRole('alertdialog')).toHaveCount(0)
  await expect(grid(first.page).getByRole('row').nth(1)).toBeVisible()
  await first.quit()

  for (const entry of readdirSync(dataDir, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    const secrets = [
      simulator.key,
      PASSPHRASE,
      ...(/caches|notebooks/.test(entry.parentPath) ? ['SQLite format 3'] : []),
    ]
    expect(
      secrets.filter((secret) => bytes.includes(secret)),
      entry.name,
    ).toEqual([])
  }

  const second = await start()
  await expect(second.page.getByRole('heading', { name: 'Enter the passphrase' })).toBeVisible()
  await inBothThemes(second.page, shoot, 'passphrase-enter')
  await second.page.getByLabel('Passphrase').fill('correct horse battery stable')
  await second.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(second.page.getByRole('alert').filter({ hasText: 'This is not the passphrase.' })).toBeVisible()
  await second.page.getByLabel('Passphrase').fill(PASSPHRASE)
  await second.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(grid(second.page).getByRole('row').nth(1)).toBeVisible()
  await second.quit()

  const cache = readdirSync(join(dataDir, 'caches')).find((name) => name.endsWith('.sqlite')) ?? ''
  const file = join(dataDir, 'caches', cache)
  const bytes = readFileSync(file)
  bytes.fill(0x55, 0, Math.floor(statSync(file).size / 2))
  writeFileSync(file, bytes)
  const third = await start()
  await third.page.getByLabel('Passphrase').fill(PASSPHRASE)
  await third.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(third.page.getByRole('alert').filter({ hasText: 'was damaged and was set aside' })).toBeVisible()
  await syncToTheEnd(third.page)
  await expect(grid(third.page).getByRole('row').nth(1)).toBeVisible()
  await inBothThemes(third.page, shoot, 'damaged-cache')
  expect(readdirSync(join(dataDir, 'caches')).some((name) => name.includes('.damaged-'))).toBe(true)
})

test('a keyring that is gone leaves everything as it is, until somebody starts over', async ({
  start,
  simulator,
  dataDir,
  shoot,
}) => {
  const registry = openRegistry(join(dataDir, 'workspaces.json'))
  const saved = { id: 'kept', name: 'Production', kind: 'connected', keyBlob: null, createdAt: 1 } as const
  registry.save({ ...saved, url: simulator.url, keyLast4: 'abcd' })
  registry.setCurrent('kept')
  const kept = { sealed: Buffer.from('v11another keyring').toString('base64'), since: 1 }
  openVaultFile(join(dataDir, 'vault.json')).write('kept', {
    keeper: 'keyring',
    backend: 'gnome_libsecret',
    apiKey: kept,
    dataKey: kept.sealed,
    check: 'x',
    recipe: null,
  })
  const before = readFileSync(join(dataDir, 'vault.json'), 'utf8')
  const { page } = await start()
  await expect(page.getByRole('heading', { name: 'The keyring is not available' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'gnome_libsecret' })).toBeVisible()
  await inBothThemes(page, shoot, 'keyring-gone')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'The keyring is not available' })).toBeVisible()
  expect(readFileSync(join(dataDir, 'vault.json'), 'utf8')).toBe(before)
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('its cases and its notes are deleted')
  await page.getByRole('button', { name: 'Delete and start over' }).click()
  await expect(page.getByText('The API key is not on this computer.')).toBeVisible()
  expect(readFileSync(join(dataDir, 'vault.json'), 'utf8')).not.toContain('another keyring')
})
