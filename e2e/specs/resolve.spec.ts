import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, identifiers, openPerson, startResolve, syncToTheEnd, whyKnown } from '../fixtures/journeys.ts'

test('an uncached public id is looked up only after a click, and shown as unknown with the rules', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  simulator.calls.reset()
  const unknown = simulator.world.examples.unknownUser('linkedin')
  await startResolve(page, `https://www.linkedin.com/in/${unknown.person.slug}`)
  const spend = page.getByRole('button', { name: 'Look up live' })
  await expect(spend).toBeVisible()
  expect(simulator.calls.count({ route: 'profile' })).toBe(0)
  await shoot(page, 'resolve-needs-lookup')
  await spend.click()
  await expect(identifiers(page)).toContainText(unknown.person.classicId)
  await expect(whyKnown(page)).toContainText('becomes known')
  await expect(whyKnown(page)).toContainText('No chat with')
  expect(simulator.calls.count({ route: 'profile' })).toBe(1)
  expect(simulator.calls.notified()).toEqual([])
  await shoot(page, 'resolve-unknown-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'resolve-unknown-dark')
})

test('a number that is not on WhatsApp is said to be so', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const phone = simulator.world.examples.phoneNotOnWhatsapp()
  await startResolve(page, `https://wa.me/${phone.slice(1)}`)
  await page.getByRole('button', { name: 'Look up live' }).click()
  await expect(page.getByText(/is not registered on WhatsApp/).first()).toBeVisible()
  await shoot(page, 'resolve-not-on-whatsapp')
})

test('without the API everything cached still browses, and a look-up says offline', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { examples } = simulator.world
  const relation = examples.knownOnlyBy('contact', 'linkedin')
  const unknown = examples.unknownUser('linkedin')
  await simulator.stop()
  await openPerson(page, relation.name, relation.name)
  await expect(whyKnown(page)).toContainText('Relation')
  await startResolve(page, `https://www.linkedin.com/in/${unknown.person.slug}`)
  await page.getByRole('button', { name: 'Look up live' }).click()
  await expect(page.getByText(/offline|could not be reached/i).first()).toBeVisible()
  await shoot(page, 'offline')
  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(grid(page)).toBeVisible()
})

test('the API key is nowhere in the window', async ({ start, simulator }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const seen = await page.evaluate(async () => {
    const answers = [
      await window.api?.workspaces.state(null),
      await window.api?.accounts.list(null),
      await window.api?.sync.status(null),
    ]
    const stores = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie]
    return [document.documentElement.outerHTML, JSON.stringify(answers), ...stores].join('\n')
  })
  expect(seen).toContain('From the environment')
  expect(seen).not.toContain(simulator.key)
})
