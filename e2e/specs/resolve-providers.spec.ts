import type { Page } from 'playwright/test'
import type { Provider } from '../../shared/domain/providers.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, identifiers, searchBox, startResolve, syncToTheEnd, whyKnown } from '../fixtures/journeys.ts'

const lookUpLive = (page: Page): Promise<void> => page.getByRole('button', { name: 'Look up live' }).click()

/** Every provider with a profile look-up: a link that people share, for somebody whom no account knows. */
const LINKS: [Provider, (person: { handle: string }) => string][] = [
  ['instagram', ({ handle }) => `https://www.instagram.com/${handle}/`],
  ['telegram', ({ handle }) => `https://t.me/${handle}`],
  ['x', ({ handle }) => `https://x.com/${handle}/status/1`],
]

for (const [provider, link] of LINKS) {
  test(`a ${provider} link that is not cached gives its internal id after one look-up`, async ({
    start,
    simulator,
  }) => {
    const { page } = await start(simulator.env)
    await syncToTheEnd(page)
    simulator.calls.reset()
    const { person, internalId } = simulator.world.examples.unknownUser(provider)
    const handles = { instagram: person.instagramUsername, telegram: person.telegramUsername, x: person.xHandle }
    await startResolve(page, link({ handle: handles[provider as keyof typeof handles] ?? '' }))
    await expect(page.getByText('not cached').first()).toBeVisible()
    expect(simulator.calls.count({ route: 'profile' })).toBe(0)
    await lookUpLive(page)
    await expect(identifiers(page)).toContainText(internalId)
    await expect(whyKnown(page)).toContainText('becomes known')
    expect(simulator.calls.count({ route: 'profile' })).toBe(1)
    expect(simulator.calls.notified()).toEqual([])
  })
}

test('a phone gives the WhatsApp public id offline, and a look-up says whether it is registered', async ({
  start,
  simulator,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { phone, internalId } = simulator.world.examples.phoneOnWhatsappNotAttendee()
  await startResolve(page, `https://wa.me/${phone.slice(1)}`)
  await lookUpLive(page)
  await expect(identifiers(page)).toContainText(`${phone.slice(1)}@s.whatsapp.net`)
  await expect(identifiers(page)).toContainText(internalId)
})

test('a lid is found, and never shown as a phone', async ({ start, simulator }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const lid = simulator.world.examples.whatsapp('lid-hidden')
  await startResolve(page, lid.providerId)
  await expect(identifiers(page)).toContainText(lid.providerId)
  await expect(identifiers(page)).not.toContainText(`+${lid.providerId.split('@')[0] ?? ''}`)
  await expect(page.getByText(/hides this person's phone number/).first()).toBeVisible()
})

test('Messenger says that the API has no profile look-up', async ({ start, simulator }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  await startResolve(page, 'https://m.me/nobody.we.know')
  await expect(page.getByText(/no profile look-up for Messenger/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Look up live' })).toBeHidden()
})

test('digits that can be many things list their readings, the cached one first', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const known = simulator.world.examples.knownOnlyBy('chat', 'telegram')
  await searchBox(page).fill(known.providerId)
  const readings = page.getByRole('list', { name: 'Readings' }).getByRole('button')
  await expect(readings.first()).toContainText('Telegram internal ID')
  await expect(readings.first()).toContainText('cached')
  expect(await readings.count()).toBeGreaterThan(2)
  await expect(grid(page).getByRole('row').filter({ hasText: known.name }).first()).toBeVisible()
  await shoot(page, 'ambiguous-digits')
  await searchBox(page).press('Enter')
  await expect(identifiers(page)).toContainText(known.providerId)
  await readings.filter({ hasText: 'X internal ID' }).click()
  await searchBox(page).press('Enter')
  await expect(page.getByRole('button', { name: 'Look up live' })).toBeVisible()
})

test('a reply about somebody else is refused and not saved', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { person } = simulator.world.examples.unknownUser('linkedin')
  simulator.setFaults([{ name: 'wrong-person-profile', rate: 1 }])
  await startResolve(page, `https://www.linkedin.com/in/${person.slug}`)
  await lookUpLive(page)
  await expect(page.getByText(/answered with a different person/).first()).toBeVisible()
  await expect(identifiers(page)).toBeHidden()
  await shoot(page, 'wrong-person')
  simulator.setFaults([])
  await lookUpLive(page)
  await expect(identifiers(page)).toContainText(person.classicId)
})

test('look-ups are counted over restarts, warned about at 80 % and confirmed above 100 %', async ({
  start,
  simulator,
  shoot,
}) => {
  const first = await start(simulator.env)
  await syncToTheEnd(first.page)
  const spend = (page: Page, from: number, to: number): Promise<string[]> =>
    page.evaluate(
      async ([begin, end]) => {
        const ends: string[] = []
        for (let index = begin ?? 0; index < (end ?? 0); index++) {
          const text = `https://x.com/nobody_${index}`
          const request = { text, candidate: null, accountId: null, product: null, mode: 'live' as const }
          const outcome = await window.api?.people.resolve({ ...request, overBudget: false })
          ends.push(outcome?.ok === true ? outcome.value.result.state : (outcome?.error.kind ?? 'no api'))
        }
        return ends
      },
      [from, to] as const,
    )
  // The sync spent one on the account's own profile.
  expect(new Set(await spend(first.page, 0, 84))).toEqual(new Set(['no-such-user']))
  await first.quit()

  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { person, internalId } = simulator.world.examples.unknownUser('x')
  await startResolve(page, `https://x.com/${person.xHandle}`)
  const meter = page.getByRole('meter')
  await expect(meter).toHaveAttribute('value', '85')
  await expect(page.getByText('85 of 100').first()).toBeVisible()
  await shoot(page, 'budget-warning')
  expect((await spend(page, 84, 100)).at(-1)).toBe('budget-exceeded')
  await startResolve(page, `https://x.com/${person.xHandle}`)
  simulator.calls.reset()
  await lookUpLive(page)
  await expect(page.getByRole('alertdialog')).toContainText('100 of 100')
  expect(simulator.calls.count({ route: 'profile' })).toBe(0)
  await shoot(page, 'budget-confirm')
  await page.getByRole('button', { name: 'Look up anyway' }).click()
  await expect(identifiers(page)).toContainText(internalId)
})
