import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, identifiers, syncToTheEnd, whyKnown } from '../fixtures/journeys.ts'

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

test('people whom one group makes known: which group, who, and why', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.getByRole('button', { name: 'Overview', exact: true }).click()
  const region = page.getByRole('region', { name: 'Known through one group only' })
  const group = region.getByRole('button').first()
  await expect(group).toHaveAttribute('aria-expanded', 'false')
  await group.click()
  const people = region.getByRole('list', { name: /^Known only through/ })
  const counted = Number(/(\d+) people/.exec((await group.textContent()) ?? '')?.[1])
  await expect(people.getByRole('button')).toHaveCount(counted)
  await region.scrollIntoViewIfNeeded()
  await shoot(page, 'one-group-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'one-group-dark')
  await people.getByRole('button').first().click()
  await expect(identifiers(page)).toBeVisible()
  await expect(whyKnown(page).getByRole('heading', { level: 4 })).toHaveText(['Same group'])
  await expect(whyKnown(page).getByText(/^Member of/)).toHaveCount(1)
})

test('the look-ups of the day are counted in the status bar, and lead to the accounts', async ({
  start,
  simulator,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const used = async (): Promise<number> =>
    Number(/(\d+) of/.exec((await page.getByRole('button', { name: /^Look-ups \d/ }).textContent()) ?? '')?.[1])
  // The first sync spends some itself; the bar has caught up when it says what the cache counts.
  const counted = (): Promise<number> =>
    page.evaluate(async () => {
      const outcome = await window.api?.accounts.list(null)
      return outcome?.ok === true ? outcome.value.reduce((sum, { lookups }) => sum + lookups.usedToday, 0) : Number.NaN
    })
  const before = await counted()
  expect(before).toBeGreaterThan(0)
  await expect.poll(used).toBe(before)
  const unknown = simulator.world.examples.unknownUser('linkedin')
  await page.getByRole('searchbox').fill(`https://www.linkedin.com/in/${unknown.person.slug}`)
  await page.getByRole('button', { name: 'Resolve', exact: true }).click()
  await page.getByRole('button', { name: 'Look up live' }).click()
  await expect.poll(used).toBe(before + 1)
  await page.getByRole('button', { name: /^Look-ups \d/ }).click()
  await expect(page.getByRole('heading', { name: 'Accounts', level: 2 })).toBeVisible()
})
