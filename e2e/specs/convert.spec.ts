import type { Locator, Page } from 'playwright/test'
import { expect, test } from '../fixtures/inspector-app.ts'
import { syncToTheEnd } from '../fixtures/journeys.ts'

const convert = async (page: Page, text: string): Promise<void> => {
  if (!(await page.getByRole('complementary', { name: 'Convert' }).isVisible())) await page.keyboard.press('Control+e')
  const input = page.getByRole('textbox', { name: 'Identifier to convert' })
  await input.fill(text)
  await input.press('Enter')
  await expect(page.getByRole('list', { name: 'Forms' })).toBeVisible()
}

const form = (page: Page, label: string): Locator => page.getByRole('listitem', { name: label, exact: true })
const get = (page: Page, label: string): Promise<void> =>
  form(page, label)
    .getByRole('button', { name: /1 look-up/ })
    .click()

test('one LinkedIn id becomes the ids of all three products, live and then cached', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { person } = simulator.world.examples.unknownUser('linkedin')
  const ids = {
    'Classic ID': person.classicId,
    'Recruiter ID': person.recruiterId,
    'Sales Navigator ID': person.salesNavigatorId,
  }
  simulator.calls.reset()
  await convert(page, person.recruiterId)
  await expect(form(page, 'Recruiter ID')).toContainText('Use for messaging in Recruiter')
  expect(simulator.calls.count({ route: 'profile' })).toBe(0)
  await shoot(page, 'convert-costs')
  await get(page, 'Classic ID')
  await expect(form(page, 'Classic ID')).toContainText(ids['Classic ID'])
  await get(page, 'Sales Navigator ID')
  await expect(form(page, 'Sales Navigator ID')).toContainText(ids['Sales Navigator ID'])
  // Recruiter was only pasted so far: from the Classic ID it is asked once, too.
  await convert(page, ids['Classic ID'])
  await get(page, 'Recruiter ID')
  await expect(form(page, 'Recruiter ID')).toContainText(ids['Recruiter ID'])
  expect(simulator.calls.count({ route: 'profile' })).toBe(3)
  for (const from of Object.values(ids)) {
    await convert(page, from)
    for (const [label, id] of Object.entries(ids)) await expect(form(page, label)).toContainText(id)
  }
  expect(simulator.calls.count({ route: 'profile' })).toBe(3)
  expect(simulator.calls.notified()).toEqual([])
  await shoot(page, 'convert-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'convert-dark')
  await page.setViewportSize({ width: 900, height: 600 })
  await shoot(page, 'convert-small')
})

test('somebody out of network is reached by id after the public id was refused', async ({ start, simulator }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { person } = simulator.world.examples.outOfNetwork()
  await convert(page, `https://www.linkedin.com/in/${person.slug}`)
  await get(page, 'Sales Navigator ID')
  await expect(page.getByText(/Get the Classic ID first/).first()).toBeVisible()
  await get(page, 'Classic ID')
  await expect(form(page, 'Classic ID')).toContainText(person.classicId)
  await get(page, 'Sales Navigator ID')
  await expect(form(page, 'Sales Navigator ID')).toContainText(person.salesNavigatorId)
})

test('a WhatsApp phone has its public ids offline, and one look-up tests it', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const known = simulator.world.examples.phoneOnWhatsappNotAttendee()
  await convert(page, known.phone)
  await expect(form(page, 'WhatsApp public id')).toContainText(known.publicId ?? '')
  await page.getByRole('button', { name: /Has WhatsApp/ }).click()
  await expect(page.getByText('the user exists')).toBeVisible()
  await shoot(page, 'convert-whatsapp')
  await convert(page, simulator.world.examples.phoneNotOnWhatsapp())
  await page.getByRole('button', { name: /Has WhatsApp/ }).click()
  await expect(page.getByText(/is not registered on WhatsApp/)).toBeVisible()
  const lid = simulator.world.examples.whatsapp('lid-hidden')
  await convert(page, lid.providerId)
  await expect(form(page, 'Phone')).toContainText('hides the phone number')
})

test('offline, cached forms stay and a look-up says so', async ({ start, simulator }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const relation = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await simulator.stop()
  await convert(page, relation.person.recruiterId)
  await expect(form(page, 'Classic ID')).toContainText(relation.person.classicId)
  await expect(form(page, 'Classic ID')).toContainText('same member number')
  await get(page, 'Sales Navigator ID')
  await expect(page.getByText(/offline|could not be reached/i).first()).toBeVisible()
})

test('without an account that has the product, no look-up is offered; a server that refuses it is believed', async ({
  start,
  simulator,
}) => {
  const recruiter = simulator.world.accountByKey('linkedin-recruiter')
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { person } = simulator.world.examples.unknownUser('linkedin')
  // The subscription ended after the sync: the app still offers the look-up, and postpress answers 403.
  recruiter.features = ['premium']
  await convert(page, person.classicId)
  await get(page, 'Recruiter ID')
  await expect(page.getByText('The account has no subscription to Recruiter.')).toBeVisible()
  recruiter.status = 'CREDENTIALS'
  await get(page, 'Recruiter ID')
  await expect(page.getByText(/The account is disconnected/)).toBeVisible()
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible()
  await expect
    .poll(async () => {
      await convert(page, person.classicId)
      return form(page, 'Recruiter ID').textContent()
    })
    .toMatch(/No connected LinkedIn account has Recruiter/)
})
