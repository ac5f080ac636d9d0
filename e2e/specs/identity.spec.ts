import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, searchBox, syncToTheEnd } from '../fixtures/journeys.ts'

test('an account that was connected again: the same people, found by their earlier ids, with their history', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { world } = simulator
  const account = world.accountByKey('linkedin-recruiter')
  const [attendee] = world.attendees(account.id).filter((one) => world.reasons(one).includes('chat'))
  if (attendee === undefined) throw new Error('nobody to look for')
  const everybody = page.getByRole('tab', { name: new RegExp(`^All\\b.*\\b${world.counts.attendees}$`) })
  await expect(everybody).toBeVisible()

  simulator.setFaults(['account-reconnected=1'])
  await page.getByRole('button', { name: 'Sync now' }).click()
  await page.getByRole('button', { name: 'Accounts', exact: true }).click()
  await expect(page.getByText('Earlier ID')).toHaveCount(1, { timeout: 60_000 })
  await expect(page.getByTitle('Connected again: seen under')).toHaveText(account.id)
  await syncToTheEnd(page)
  // Once its people are handed over it is an account no more.
  await expect(page.getByText(account.id)).toHaveCount(1)
  await shoot(page, 'account-reconnected')

  await page.keyboard.press('ControlOrMeta+1')
  // Nobody is there twice.
  await expect(everybody).toBeVisible()
  await searchBox(page).fill(attendee.id)
  await grid(page).getByRole('row').nth(1).click()
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await timeline.scrollIntoViewIfNeeded()
  await expect(timeline).toContainText('New postpress ID')
  await expect(timeline).toContainText(attendee.id)
  await expect(page.getByRole('region', { name: 'Identifiers' })).toContainText('Earlier postpress ID')
  await shoot(page, 'timeline-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'timeline-dark')
})
