import type {} from '../../renderer/state/api.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, searchBox, syncToTheEnd } from '../fixtures/journeys.ts'

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

test('a sync interrupted by quitting the app continues where it stopped', async ({ start, simulator, shoot }) => {
  simulator.setFaults(['latency:400=1'])
  const { id } = simulator.world.accountByKey('linkedin-recruiter')
  const first = await start(simulator.env)
  const hasAttendees = () =>
    first.page.evaluate(async (accountId) => {
      const outcome = await window.api?.sync.status(null)
      return (
        outcome?.ok === true &&
        outcome.value.resources.some(
          (one) => one.accountId === accountId && one.resource === 'attendees' && one.state === 'done',
        )
      )
    }, id)
  await expect.poll(hasAttendees, { timeout: 60_000 }).toBe(true)
  await first.quit()
  const asked = simulator.calls.count({ route: 'attendees', accountId: id })
  simulator.setFaults([])
  const second = await start(simulator.env)
  await syncToTheEnd(second.page)
  await expect(
    second.page.getByRole('tab', { name: new RegExp(`^All\\b.*\\b${simulator.world.counts.attendees}$`) }),
  ).toBeVisible()
  // What had been read to its end was not asked for again.
  expect(simulator.calls.count({ route: 'attendees', accountId: id })).toBe(asked)
  await second.page.getByRole('button', { name: 'Sync details' }).click()
  const log = second.page.getByRole('region', { name: 'Sync log' })
  await expect(log.getByRole('listitem')).toHaveCount(2)
  await expect(log).toContainText('interrupted after')
  await shoot(second.page, 'sync-continued')
})

test('a disconnected account is explained: which one, what to do, what still works', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { name, id } = simulator.world.accountByKey('whatsapp-disconnected')
  await page.getByRole('button', { name: 'Sync details' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sync details' })
  const title = dialog.getByText(`${name} is disconnected from WhatsApp`)
  await title.scrollIntoViewIfNeeded()
  await expect(title).toBeVisible()
  await expect(dialog).toContainText('connect it again with its credentials')
  await expect(dialog).toContainText('what is cached browses')
  await shoot(page, 'sync-disconnected')
  // What postpress stores of it was read all the same.
  const attendees = await page.evaluate(async (accountId) => {
    const outcome = await window.api?.sync.status(null)
    return outcome?.ok === true
      ? outcome.value.resources.find((one) => one.accountId === accountId && one.resource === 'attendees')
      : undefined
  }, id)
  expect(attendees).toMatchObject({ state: 'done', items: simulator.world.counts.byAccount[id], failure: null })
})

test('a sync is paused, goes on, and shows how it goes', async ({ start, simulator, shoot }) => {
  simulator.setFaults(['latency:300=1'])
  const { page } = await start(simulator.env)
  await page.getByRole('button', { name: 'Sync details' }).click()
  // Not before the first people arrived: a pause keeps them in view.
  await expect(page.getByRole('tab', { name: /^All\b.*[1-9]/ })).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('status', { name: 'Sync' })).toContainText('Paused at')
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
  // What has arrived is shown while the rest waits.
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible()
  await shoot(page, 'sync-paused')
  simulator.setFaults([])
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.keyboard.press('Escape')
  await syncToTheEnd(page)
  await expect(
    page.getByRole('tab', { name: new RegExp(`^All\\b.*\\b${simulator.world.counts.attendees}$`) }),
  ).toBeVisible()
})

test('a passport shows what the follow lists say', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { world } = simulator
  const account = world.accountByKey('instagram')
  const followers = await fetch(`${simulator.url}/users/followers?account_id=${account.id}&limit=1000`, {
    headers: { 'x-api-key': simulator.key },
  })
  const { items } = (await followers.json()) as { items: { id: string }[] }
  const follower = world.attendees(account.id).find((attendee) => world.providerId(attendee) === items[0]?.id)
  if (follower === undefined) throw new Error('nobody follows')
  await searchBox(page).fill(world.providerId(follower))
  await grid(page).getByRole('row').nth(1).click()
  const follows = page.getByRole('region', { name: 'Follows' })
  await follows.scrollIntoViewIfNeeded()
  await expect(follows).toContainText(account.name)
  await shoot(page, 'passport-follows')
})
