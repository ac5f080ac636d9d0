import { expect, test } from '../fixtures/inspector-app.ts'
import { identifiers, openPerson, syncToTheEnd, whyKnown } from '../fixtures/journeys.ts'

test('the Recruiter id of a known person: one look-up from the passport, then on the clipboard', async ({
  start,
  simulator,
  shoot,
}) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const known = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await openPerson(page, known.name, known.name)
  await expect(identifiers(page)).toContainText('Use for messaging in Classic')
  simulator.calls.reset()
  const get = identifiers(page).getByRole('button', { name: 'Get Recruiter ID (1 look-up)' })
  await expect(get).toBeVisible()
  await shoot(page, 'messaging-missing')
  await get.click()
  const copy = identifiers(page).getByRole('button', { name: 'Copy Recruiter ID', exact: true })
  await expect(copy).toBeVisible()
  expect(simulator.calls.count({ route: 'profile' })).toBe(1)
  // What was looked up has taken the focus's place: nothing is lost for whoever works with keys.
  await expect(page.locator('body')).not.toBeFocused()
  await copy.click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^AE/)
  await shoot(page, 'messaging-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'messaging-dark')
})

test('somebody whom two accounts know: both in one picture, each with its own evidence', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const [one, other] = simulator.world.examples.onBothLinkedinAccounts()
  await openPerson(page, one.attendeeId, one.name)
  const through = whyKnown(page).getByRole('region', { name: /^Known through/ })
  await expect(through).toContainText('Also through')
  await expect(through).toContainText(/Same (Member number|Classic ID)/i)
  await whyKnown(page).scrollIntoViewIfNeeded()
  await shoot(page, 'several-accounts-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'several-accounts-dark')
  await through.getByRole('button', { name: 'Open' }).click()
  await expect(identifiers(page)).toContainText(other.attendeeId)
})
