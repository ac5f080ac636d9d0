import type {} from '../../renderer/state/api.ts'
import { checkAxe as check } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, openPerson, searchBox, startResolve, syncToTheEnd } from '../fixtures/journeys.ts'

test('the welcome screen and the form that connects a workspace', { tag: '@core' }, async ({ start }) => {
  const { app, page } = await start()
  await expect(page.getByRole('button', { name: 'Open the demo workspace' })).toBeVisible()
  await check(app, page, 'welcome')
  await page
    .getByRole('button', { name: /^Connect/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: 'Connect a workspace' })).toBeVisible()
  await check(app, page, 'connect')
})

test('browsing, searching, nothing found', async ({ start, simulator }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  await expect(grid(page).getByRole('row').nth(3)).toBeVisible()
  await check(app, page, 'browse')
  await searchBox(page).fill('ada')
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible()
  await check(app, page, 'search')
  await searchBox(page).fill('zzzz nobody')
  await expect(page.getByText('No one matches')).toBeVisible()
  await check(app, page, 'nothing found')
})

test('passports of the known and of the unknown', { tag: '@core' }, async ({ start, simulator }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const known = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await openPerson(page, known.providerId, known.name)
  await check(app, page, 'passport')
  await startResolve(page, 'https://www.linkedin.com/in/nobody-knows-this-one')
  await check(app, page, 'resolve')
})

test('overview, accounts, convert', async ({ start, simulator }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  for (const view of ['Overview', 'Accounts']) {
    await page.getByRole('button', { name: view, exact: true }).click()
    await expect(
      page.getByRole('heading', { name: view, level: 2 }).or(page.getByRole('heading', { name: view, level: 1 })),
    ).toBeVisible()
    await check(app, page, view)
  }
  await page.getByRole('button', { name: 'People', exact: true }).click()
  await searchBox(page).fill('+33 6 12 34 56 78')
  await page.getByRole('button', { name: 'Convert', exact: true }).click()
  await expect(page.getByText('33612345678@s.whatsapp.net').first()).toBeVisible()
  await check(app, page, 'convert')
})

test('cases: none, one with people, one whose person is open, links to others', async ({ start, simulator }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.keyboard.press('Control+j')
  await expect(page.getByText('No cases yet')).toBeVisible()
  await check(app, page, 'no cases')
  await page.getByRole('button', { name: 'People', exact: true }).click()
  const [person] = simulator.world.examples.onBothLinkedinAccounts()
  await openPerson(page, person.providerId, person.name)
  await page.getByRole('button', { name: 'Add to case' }).click()
  await expect(page.getByRole('menu')).toHaveCSS('opacity', '1')
  // An open menu stands beside the landmarks, as every menu of a button does.
  await check(app, page, 'add to case', ['region'])
  await page.getByRole('menuitem').click()
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Open case', exact: true })).toBeVisible()
  await page
    .getByRole('region', { name: 'Same person elsewhere' })
    .getByRole('button', { name: /^Somebody else/ })
    .first()
    .click()
  await page.getByRole('button', { name: '1 rejected' }).click()
  await check(app, page, 'links to others')
  await page.getByRole('button', { name: 'Cases', exact: true }).click()
  await page.locator('[data-case]').click()
  await expect(page.getByRole('textbox', { name: 'Notes', exact: true })).toBeVisible()
  await check(app, page, 'a case beside a passport')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('complementary', { name: 'Passport' })).toBeHidden()
  await check(app, page, 'a case')
})

test('palette, keyboard help, sync details', async ({ start, simulator }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await check(app, page, 'palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await check(app, page, 'keyboard help')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sync details' }).click()
  await expect(page.getByRole('dialog', { name: 'Sync details' })).toBeVisible()
  await check(app, page, 'sync details')
})

test('a person of two accounts with answers as received, whom nobody found, the page of parts', async ({
  start,
  simulator,
}) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.evaluate(() => window.api?.raw.keep({ on: true }))
  await page.getByRole('button', { name: 'Sync now' }).click()
  await syncToTheEnd(page)
  const [one] = simulator.world.examples.onBothLinkedinAccounts()
  await openPerson(page, one.attendeeId, one.name)
  const raw = page.getByRole('region', { name: 'Raw', exact: true })
  await raw.getByText('Attendee list').click()
  await expect(page.getByRole('button', { name: 'Get Recruiter ID (1 look-up)' })).toBeVisible()
  await check(app, page, 'passport with everything')
  await raw.getByRole('button', { name: 'Stop keeping answers' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await check(app, page, 'question about raw answers')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await page.keyboard.press('Control+Shift+Y')
  await expect(page.getByRole('heading', { name: 'Parts', level: 2 })).toBeVisible()
  await check(app, page, 'parts')
})

test('a failed sync, its account, a group opened in the overview', async ({ start, simulator }) => {
  simulator.setFaults(['http-500-provider-error@relations=1'])
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  await expect(page.getByRole('status', { name: 'Data', exact: true })).toContainText('not read to the end')
  await page.getByRole('button', { name: 'Accounts', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Data problems' }).first()).toBeVisible()
  await check(app, page, 'data problems')
  await page.getByRole('button', { name: 'Overview', exact: true }).click()
  const groups = page.getByRole('region', { name: 'Known through one group only' })
  await groups.getByRole('button').first().click()
  await expect(groups.getByRole('list', { name: /^Known only through/ })).toBeVisible()
  await check(app, page, 'one group only')
})
