import { PROVIDER_NAMES, PROVIDERS } from '../../shared/domain/providers.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, identifiers, openPerson, searchBox, syncToTheEnd, whyKnown } from '../fixtures/journeys.ts'

test('the tabs count what the API lists', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { counts } = simulator.world
  for (const provider of PROVIDERS) {
    const name = new RegExp(`^${PROVIDER_NAMES[provider]}\\b.*\\b${counts.byProvider[provider]}$`)
    await expect(page.getByRole('tab', { name })).toBeVisible()
  }
  await page.getByRole('tab', { name: /^LinkedIn/ }).click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(counts.byProvider.linkedin + 1))
  await shoot(page, 'linkedin-tab')
})

test('a person known as relation, by a chat, by a group: each with its evidence', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { examples } = simulator.world

  const relation = examples.knownOnlyBy('contact', 'linkedin')
  await openPerson(page, relation.internalId, relation.name)
  await expect(whyKnown(page)).toContainText('Relation')
  await expect(whyKnown(page)).toContainText('Listed among the relations')
  await expect(identifiers(page)).toContainText(relation.internalId)
  await shoot(page, 'known-relation-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'known-relation-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  const chat = examples.knownOnlyBy('chat', 'linkedin')
  await openPerson(page, chat.internalId, chat.name)
  await expect(whyKnown(page)).toContainText('Existing chat')
  await expect(whyKnown(page)).not.toContainText('Relation of')

  const group = examples.knownOnlyBy('group', 'telegram')
  await openPerson(page, group.internalId, group.name)
  await expect(whyKnown(page)).toContainText('Same group')
  await expect(whyKnown(page)).toContainText('Member of')
  await shoot(page, 'known-group')
})

test('finds a person by name, link, phone and handle', async ({ start, simulator }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { examples } = simulator.world
  const linkedin = examples.knownOnlyBy('contact', 'linkedin')
  await openPerson(page, linkedin.name, linkedin.name)
  await openPerson(page, `https://www.linkedin.com/in/${linkedin.person.slug}?trk=x`, linkedin.name)
  const whatsapp = examples.whatsapp('lid-and-phone')
  await searchBox(page).fill(whatsapp.person.phone)
  await grid(page).getByRole('row').nth(1).click()
  await expect(identifiers(page)).toContainText(whatsapp.internalId)
  const x = examples.knownOnlyBy('chat', 'x')
  await openPerson(page, `@${x.person.xHandle}`, x.name)
  await expect(page.getByRole('article')).toContainText(x.name)
})
