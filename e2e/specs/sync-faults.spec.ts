import { expect, test } from '../fixtures/inspector-app.ts'
import { syncToTheEnd } from '../fixtures/journeys.ts'

test('faults show in the sync details and heal with the next sync', async ({ start, simulator, shoot }) => {
  simulator.setFaults(['item-malformed:40@attendees=1', 'http-500-provider-error@relations=1'])
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.getByRole('button', { name: 'Sync details' }).click()
  const problems = page.getByRole('region', { name: 'Data problems' })
  await expect(problems).toContainText('Missing or wrong: provider_id')
  const log = page.getByRole('region', { name: 'Sync log' })
  await expect(log.getByRole('listitem')).toHaveCount(1)
  await shoot(page, 'sync-problems')

  const requests = (): number => simulator.calls.count({ route: 'chats' })
  const before = requests()
  simulator.setFaults([])
  await page.getByRole('button', { name: 'Retry what is unfinished' }).click()
  await expect(page.getByRole('button', { name: 'Retry what is unfinished' })).toBeHidden()
  await expect(log.getByRole('listitem')).toHaveCount(2)
  // Only what had failed was read again.
  expect(requests()).toBe(before)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sync now' }).click()
  await page.getByRole('button', { name: 'Sync details' }).click()
  await expect(problems).toContainText('Everything that postpress sent could be read.', { timeout: 60_000 })
  await shoot(page, 'sync-healed')
})

test('a sync interrupted by quitting the app continues', async ({ start, simulator }) => {
  simulator.setFaults(['latency:400=1'])
  const first = await start(simulator.env)
  await expect(first.page.getByRole('grid', { name: 'Attendees' }).getByRole('row').nth(1)).toBeVisible({
    timeout: 60_000,
  })
  await first.quit()
  simulator.setFaults([])
  const second = await start(simulator.env)
  await syncToTheEnd(second.page)
  await expect(
    second.page.getByRole('tab', { name: new RegExp(`^All\\b.*\\b${simulator.world.counts.attendees}$`) }),
  ).toBeVisible()
})
