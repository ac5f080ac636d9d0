import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, syncToTheEnd } from '../fixtures/journeys.ts'

test('the overview counts everybody once, and every bar leads to its people', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.getByRole('button', { name: 'Overview' }).click()
  const region = page.getByRole('region', { name: 'Overview' })
  const people = simulator.world.attendees().filter(({ isSelf }) => !isSelf)
  const strongest = (provider: string, reason: string): number =>
    people.filter((attendee) => {
      const reasons = simulator.world.reasons(attendee)
      const order = ['contact', 'chat', 'group'].find((kind) => reasons.some((held) => held === kind))
      return attendee.account.provider === provider && order === reason
    }).length
  // On LinkedIn the synced evidence is whole: relations, chats and groups.
  const bar = region.getByRole('button', { name: `${strongest('linkedin', 'contact')} LinkedIn, Relation` })
  await expect(region.getByRole('button', { name: `${strongest('linkedin', 'group')} LinkedIn, Group` })).toBeVisible()
  await expect(bar).toBeVisible()
  await shoot(page, 'overview-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'overview-dark')
  await bar.click()
  await expect(page.getByRole('tab', { name: /LinkedIn/ })).toHaveAttribute('aria-selected', 'true')
  await expect(grid(page).getByText('Relation').first()).toBeVisible()
})

test('the accounts view says what is wrong with an account and what to do', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.getByRole('button', { name: 'Accounts', exact: true }).click()
  const broken = page.getByRole('article', { name: 'Tomás · Old phone' })
  await expect(broken).toContainText('Sign-in needed')
  await expect(broken).toContainText('connect it again')
  // The sync read the account's own profile.
  await expect(page.getByRole('article', { name: 'Ada Lindqvist' }).first()).toContainText('1 of 180 used today')
  await shoot(page, 'accounts-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'accounts-dark')
  await broken.getByRole('button', { name: /Show \d+ attendees/ }).click()
  await expect(grid(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /Tomás · Old phone/ })).toHaveAttribute('aria-pressed', 'true')
})
