import type { Page } from 'playwright/test'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, syncToTheEnd } from '../fixtures/journeys.ts'
import { startSelfSigned } from '../fixtures/self-signed.ts'

const openForm = (page: Page): Promise<void> => page.getByRole('button', { name: 'Connect a workspace' }).click()

const connect = async (page: Page, url: string, key: string): Promise<void> => {
  await page.getByLabel('API URL').fill(url)
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** What went wrong and what to do about it, each in words of its own; and nothing was opened or kept. */
const refused = async (page: Page, message: string, advice: string): Promise<void> => {
  const notice = page.getByRole('alert').filter({ hasText: message })
  await expect(notice).toBeVisible()
  await expect(notice).toContainText(advice)
  const state = await page.evaluate(() => window.api?.workspaces.state(null))
  expect(state).toMatchObject({ ok: true, value: { workspaces: [], current: null } })
}

test('a wrong API URL is explained before anything is sent', async ({ start, simulator }) => {
  const { page } = await start()
  await openForm(page)
  await connect(page, 'https://', simulator.key)
  await refused(page, 'This is not a web address.', 'looks like https://')
  await connect(page, `${simulator.url}/accounts`, simulator.key)
  await refused(page, 'The API URL has an unknown path.', 'without a path')
  await connect(page, 'http://api.example.com', simulator.key)
  await refused(page, 'The API URL must start with https://', 'looks like https://')
  await connect(page, 'https://ada:secret@api.example.com', simulator.key)
  await refused(page, 'The API URL holds a user name or a password.', 'Leave them out')
  expect(simulator.calls.count({})).toBe(0)
})

test('a server that cannot be reached or trusted is explained', async ({ start, simulator, shoot }) => {
  const untrusted = await startSelfSigned()
  try {
    const { page } = await start()
    await openForm(page)
    await simulator.stop()
    await connect(page, simulator.url, simulator.key)
    await refused(page, 'postpress could not be reached.', 'Check the network connection and the API URL.')
    await connect(page, 'https://nowhere.invalid', simulator.key)
    await refused(page, 'postpress could not be reached.', 'Check the network connection and the API URL.')
    await connect(page, untrusted.url, simulator.key)
    await refused(page, 'The secure connection to the API could not be trusted.', 'the clock of this computer')
    expect(untrusted.requests()).toBe(0)
    await shoot(page, 'connect-untrusted')
  } finally {
    untrusted.stop()
  }
})

test('a server that is no postpress API, or refuses the key, is explained; then the right one opens', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start()
  await openForm(page)
  simulator.setFaults(['html-200=1'])
  await connect(page, simulator.url, simulator.key)
  await refused(page, 'The server answered with a web page instead of data.', 'API URL')
  simulator.setFaults(['truncated-json=1'])
  await connect(page, simulator.url, simulator.key)
  await refused(page, 'cut off', 'Try again')
  simulator.setFaults([])
  await connect(page, simulator.url, 'wrong-key')
  await refused(page, 'postpress did not accept the API key.', 'Check the API key')
  await shoot(page, 'connect-wrong-key')
  await connect(page, simulator.url, simulator.key)
  await expect(page.getByRole('tablist', { name: 'Providers' })).toBeVisible()
  await syncToTheEnd(page)
  await shoot(page, 'connected')
})

test('a sync cut off by a kill continues at the next start', async ({ start, simulator }) => {
  simulator.setFaults(['latency:400=1'])
  const first = await start(simulator.env)
  await expect(grid(first.page).getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 })
  first.app.process().kill('SIGKILL')
  simulator.setFaults([])
  const second = await start(simulator.env)
  await syncToTheEnd(second.page)
  await expect(
    second.page.getByRole('tab', { name: new RegExp(`^All\\b.*\\b${simulator.world.counts.attendees}$`) }),
  ).toBeVisible()
})
