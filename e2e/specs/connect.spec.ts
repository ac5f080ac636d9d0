import { expect, test } from '../fixtures/inspector-app.ts'
import { syncToTheEnd } from '../fixtures/journeys.ts'

test('connecting explains what is wrong, then works, and keeps the key for the session only', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start()
  await page.getByRole('button', { name: 'Connect a workspace' }).click()
  const connect = page.getByRole('button', { name: 'Connect', exact: true })
  const fill = async (url: string, key: string): Promise<void> => {
    await page.getByLabel('API URL').fill(url)
    await page.getByLabel('API key', { exact: true }).fill(key)
    await connect.click()
  }
  await fill('http://api.example.com', simulator.key)
  await expect(page.getByRole('alert').first()).toContainText(/https/i)
  await fill('http://127.0.0.1:9', simulator.key)
  await expect(page.getByRole('alert').first()).toContainText(/reach|offline/i)
  await fill(simulator.url, 'wrong-key')
  await expect(page.getByRole('alert').first()).toContainText(/key/i)
  await shoot(page, 'connect-wrong-key')
  await fill(simulator.url, simulator.key)
  await expect(page.getByRole('tablist', { name: 'Providers' })).toBeVisible()
  await syncToTheEnd(page)
  await shoot(page, 'connected')
})

test('a sync cut off by a kill continues at the next start', async ({ start, simulator }) => {
  simulator.setFaults(['latency:400=1'])
  const first = await start(simulator.env)
  await expect(first.page.getByRole('grid', { name: 'Attendees' }).getByRole('row').nth(1)).toBeVisible({
    timeout: 60_000,
  })
  first.app.process().kill('SIGKILL')
  simulator.setFaults([])
  const second = await start(simulator.env)
  await syncToTheEnd(second.page)
  await expect(
    second.page.getByRole('tab', { name: new RegExp(`^All\\b.*\\b${simulator.world.counts.attendees}$`) }),
  ).toBeVisible()
})
