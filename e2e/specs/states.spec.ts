import type { ElectronApplication, Page } from 'playwright/test'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, identifiers, openPerson, searchBox, startResolve, syncToTheEnd } from '../fixtures/journeys.ts'

type Shoot = (page: Page, name: string) => Promise<void>

const inBothThemes = async (page: Page, shoot: Shoot, name: string): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light' })
  await shoot(page, `state-${name}-light`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, `state-${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

const dataLine = (page: Page) => page.getByRole('status', { name: 'Data', exact: true })

test('the first sync: said to be under way, with its progress', async ({ start, simulator, shoot }) => {
  simulator.setFaults(['latency:3000=1'])
  const { page } = await start(simulator.env)
  await expect(page.getByText('The first sync is under way')).toBeVisible()
  await inBothThemes(page, shoot, 'first-sync')
})

/** Makes main answer this call late. */
const holdUp = (app: ElectronApplication, channel: string, ms: number): Promise<void> =>
  app.evaluate(
    ({ ipcMain }, { name, wait }) => {
      type Handler = (...args: unknown[]) => unknown
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
      const answer = handlers.get(name)
      if (answer === undefined) throw new Error(`no handler of ${name}`)
      handlers.set(name, async (...args) => {
        await new Promise((resolve) => setTimeout(resolve, wait))
        return answer(...args)
      })
    },
    { name: channel, wait: ms },
  )

test('loading: a placeholder for what takes long, none for what is quick', async ({
  start,
  simulator,
  shoot,
  host,
}) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.evaluate(() => {
    const seen = () => {
      if (document.querySelector('aside')?.textContent?.includes('Loading')) document.body.dataset['waited'] = 'yes'
    }
    new MutationObserver(seen).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  const rows = grid(page).getByRole('row')
  await rows.nth(1).click()
  await expect(identifiers(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toBeHidden()
  // In the browser every answer takes the way through this process: nothing is quick there.
  if (host === 'electron') await expect(page.locator('body')).not.toHaveAttribute('data-waited')

  await holdUp(app, 'attendees.passport', 2_000)
  await rows.nth(3).click()
  await expect(page.getByRole('complementary').getByText('Loading')).toBeAttached()
  await inBothThemes(page, shoot, 'loading')
  await expect(identifiers(page)).toBeVisible()
})

test('empty: no account, nobody found, nobody under these filters', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await searchBox(page).fill('zzzz nobody')
  await expect(page.getByText('No one matches')).toBeVisible()
  await inBothThemes(page, shoot, 'no-match')
  await searchBox(page).fill('https://www.linkedin.com/in/nobody-at-all')
  await expect(page.getByText('Not in the cache')).toBeVisible()
  await inBothThemes(page, shoot, 'not-cached')
  await searchBox(page).fill('')
  await page.getByRole('tab', { name: /^Messenger/ }).click()
  await page.getByRole('button', { name: /^Reason/ }).click()
  await page.getByRole('menuitemradio', { name: 'Friend', exact: true }).click()
  await expect(page.getByText('No attendees here')).toBeVisible()
  await inBothThemes(page, shoot, 'filtered-out')
})

test('offline: said in one place with the age of the data, and over when the API answers again', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await expect(dataLine(page)).toBeEmpty()
  const unknown = simulator.world.examples.unknownUser('linkedin')
  await simulator.stop()
  await startResolve(page, `https://www.linkedin.com/in/${unknown.person.slug}`)
  await page.getByRole('button', { name: 'Look up live' }).click()
  await expect(dataLine(page)).toContainText('Offline. What is shown is from just now.')
  await expect(page.getByText('Offline. Data from')).toBeVisible()
  await page.keyboard.press('Escape')
  await searchBox(page).fill('')
  await expect(grid(page).getByRole('row').nth(3)).toBeVisible()
  await inBothThemes(page, shoot, 'offline')
})

test('partial: what was not read is named, never shown as absent, and read on request', async ({
  start,
  simulator,
  shoot,
}) => {
  simulator.setFaults(['http-500-provider-error@relations=1'])
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await expect(dataLine(page)).toContainText('not read to the end: Relations of Ada Lindqvist')
  await expect(dataLine(page)).toContainText('unknown, not absent')
  await inBothThemes(page, shoot, 'partial')
  await page.getByRole('button', { name: 'Accounts', exact: true }).click()
  const problems = page
    .getByRole('article', { name: 'Ada Lindqvist' })
    .first()
    .getByRole('list', { name: 'Data problems' })
  await expect(problems).toContainText('Relations:')
  // The state of a run that waits for its next try crosses to the window, too.
  await expect(page.getByText('breaks its own contract')).toBeHidden()
  await inBothThemes(page, shoot, 'account-problems')
  simulator.setFaults([])
  await page.getByRole('button', { name: 'Read the rest' }).click()
  await expect(dataLine(page)).toBeEmpty({ timeout: 60_000 })
  await expect(problems).toBeHidden()
})

test('permission: an account that cannot be used says so where its people are looked at', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.getByRole('button', { name: /^Tomás · Old phone/ }).click()
  await expect(dataLine(page)).toContainText('Tomás · Old phone is disconnected from WhatsApp')
  await inBothThemes(page, shoot, 'permission')
  await dataLine(page).getByRole('button', { name: 'Show the account' }).click()
  await expect(page.getByRole('article', { name: 'Tomás · Old phone' })).toBeVisible()
})

test('a key that is not accepted: the run ends, and the reason and what to do are said', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start({ ...simulator.env, INSPECTOR_API_KEY: 'not-the-key-any-more' })
  await expect(dataLine(page)).toContainText('did not accept the API key')
  await expect(dataLine(page)).toContainText('Check the API key')
  await expect(page.getByText('Nothing synced yet')).toBeVisible()
  await inBothThemes(page, shoot, 'wrong-key')
})

test('stale: data of three days ago says so', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await expect(dataLine(page)).toBeEmpty()
  // Three days later, as the window sees it.
  await page.clock.setFixedTime(Date.now() + 3 * 24 * 3_600_000)
  await page.reload()
  await expect(dataLine(page)).toContainText('Last synced 3 days ago')
  await expect(page.getByRole('status', { name: 'Sync', exact: true })).toContainText('Synced 3 days ago')
  await expect(grid(page).getByRole('row').nth(3)).toBeVisible()
  await inBothThemes(page, shoot, 'stale')
  simulator.calls.reset()
  await dataLine(page).getByRole('button', { name: 'Sync again' }).click()
  await expect.poll(() => simulator.calls.count({ route: 'accounts' })).toBeGreaterThan(0)
})

test('an error can be copied for a ticket, without personal data', async ({ start, simulator, shoot }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const unknown = simulator.world.examples.unknownUser('linkedin')
  simulator.setFaults(['wrong-person-profile=1'])
  await startResolve(page, `https://www.linkedin.com/in/${unknown.person.slug}`)
  await page.getByRole('button', { name: 'Look up live' }).click()
  await expect(page.getByText('a different person').first()).toBeVisible()
  await inBothThemes(page, shoot, 'error')
  await page.getByRole('button', { name: 'Copy details' }).click()
  const read = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(read).toContain('Failure: wrong-person')
  const detail = await read()
  expect(detail).toMatch(/^postpress Inspector \d/)
  for (const personal of [unknown.person.slug, unknown.name, 'Ada', simulator.key])
    expect(detail).not.toContain(personal)
})

test('the page of parts opens by its keys', async ({ start, shoot }) => {
  const { app, page } = await start({ INSPECTOR_START: 'demo' })
  await expect(page.getByRole('tablist', { name: 'Providers' })).toBeVisible()
  await page.keyboard.press('Control+Shift+Y')
  await expect(page.getByRole('heading', { name: 'Parts', level: 2 })).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1500, 1800))
  await page.waitForFunction(() => window.innerHeight > 1_000)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, contrast: 'no-preference' })
    await shoot(page, `parts-${colorScheme}`)
    await page.emulateMedia({ colorScheme, contrast: 'more' })
    await shoot(page, `parts-high-contrast-${colorScheme}`)
  }
  await page.emulateMedia({ forcedColors: 'active', contrast: null })
  await shoot(page, 'parts-forced-colors')
})

test('the focus is never lost: closed dialogs, a list that is read again, a pane that closes', async ({
  start,
  simulator,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const lost = () => page.evaluate(() => document.activeElement === null || document.activeElement === document.body)
  const known = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await openPerson(page, known.providerId, known.name)
  await grid(page).getByRole('row').nth(1).focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toBeHidden()
  expect(await lost()).toBe(false)
  // A sync takes the button's place with another one.
  await page.getByRole('button', { name: 'Sync now' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await syncToTheEnd(page)
  await expect.poll(lost).toBe(false)
  await searchBox(page).fill('')
  await expect(grid(page).getByRole('row').nth(3)).toBeVisible()
  await grid(page).getByRole('row').nth(2).focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(grid(page).getByRole('row').nth(2)).toBeFocused()
  // What has the focus disappears with its view.
  await page.getByRole('button', { name: 'Overview', exact: true }).click()
  await page.getByRole('region', { name: 'Overview' }).getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await expect(grid(page)).toBeVisible()
  await expect.poll(lost).toBe(false)
  await expect(identifiers(page)).toBeHidden()
})
