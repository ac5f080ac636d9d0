import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from 'playwright/test'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, openPerson, searchBox, startResolve, syncToTheEnd } from '../fixtures/journeys.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe objects to on the screen as it is, as `rule: element`. */
const violations = async (page: Page, without: string[]): Promise<string[]> => {
  // The library's invisible focus guards hold no content and exist only to bring the focus back.
  const found = await new AxeBuilder({ page })
    .withTags(STANDARDS)
    .disableRules(without)
    .exclude('[data-base-ui-focus-guard]')
    // A second window for the result would be refused: the app opens none.
    .setLegacyMode(true)
    .analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}

const zoomTo = (app: ElectronApplication, factor: number): Promise<void> =>
  app.evaluate(({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by), factor)

/** The screen in every look: light, dark, forced colours, and at twice the size. */
const check = async (app: ElectronApplication, page: Page, screen: string, without: string[] = []): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect.soft(await violations(page, without), `${screen}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ forcedColors: 'active' })
  expect.soft(await violations(page, without), `${screen}, forced colours`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  await zoomTo(app, 2)
  expect.soft(await violations(page, without), `${screen}, 200 %`).toEqual([])
  await zoomTo(app, 1)
}

test('the welcome screen and the form that connects a workspace', async ({ start }) => {
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

test('passports of the known and of the unknown', async ({ start, simulator }) => {
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
