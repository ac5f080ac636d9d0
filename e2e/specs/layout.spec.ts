import type { ElectronApplication, Page } from 'playwright/test'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, identifiers, openPerson, searchBox, startResolve, syncToTheEnd } from '../fixtures/journeys.ts'
import { expectReachable, resize } from '../fixtures/reachable.ts'

const SIZES = [
  { name: '900x600', width: 900, height: 600 },
  { name: '200 %', width: 1360, height: 832, zoom: 2 },
  { name: '900x600 at 200 %', width: 900, height: 600, zoom: 2 },
  { name: 'wide', width: 1360, height: 832 },
]

type Shoot = (app: ElectronApplication, name: string) => Promise<void>

/** The screen at every size: nothing scrolls sideways, nothing is cut off or covered. */
const check = async (app: ElectronApplication, page: Page, screen: string, shoot: Shoot, root?: string) => {
  for (const size of SIZES) {
    await resize(app, page, size)
    await expectReachable(page, `${screen}, ${size.name}`, root)
    await shoot(app, `layout-${screen}-${size.name.replaceAll(/[^\w]+/g, '-')}`)
  }
}

test('every screen fits 900x600 and 200 %', async ({ start, simulator, shootWindow: shoot }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  await expect(grid(page).getByRole('row').nth(3)).toBeVisible()
  await check(app, page, 'browse', shoot)
  for (const view of ['Overview', 'Accounts']) {
    await page.getByRole('button', { name: view, exact: true }).click()
    await check(app, page, view.toLowerCase(), shoot)
  }
  await page.getByRole('button', { name: 'People', exact: true }).click()
  const known = simulator.world.examples.knownByAll('linkedin')
  await openPerson(page, known.providerId, known.name)
  await check(app, page, 'passport', shoot, 'aside')
  await startResolve(page, 'https://www.linkedin.com/in/nobody-knows-this-one')
  await expect(page.getByRole('button', { name: 'Look up live' })).toBeVisible()
  await check(app, page, 'resolve', shoot, 'aside')
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('textbox', { name: 'Identifier to convert' })).toBeVisible()
  await check(app, page, 'convert', shoot, 'aside')
})

test('dialogs fit 900x600 and 200 %', async ({ start, simulator, shootWindow: shoot }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await check(app, page, 'palette', shoot, '[role="dialog"]')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await check(app, page, 'keys', shoot, '[role="dialog"]')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sync details' }).click()
  await expect(page.getByRole('dialog', { name: 'Sync details' })).toBeVisible()
  await check(app, page, 'sync-details', shoot, '[role="dialog"]')
})

test('the first screen and the form that connects fit 900x600 and 200 %', async ({ start, shootWindow: shoot }) => {
  const { app, page } = await start()
  await expect(page.getByRole('button', { name: 'Open the demo workspace' })).toBeVisible()
  await check(app, page, 'welcome', shoot)
  await page
    .getByRole('button', { name: /^Connect/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: 'Connect a workspace' })).toBeVisible()
  await check(app, page, 'connect', shoot)
})

for (const fault of ['name-long', 'name-rtl', 'name-emoji', 'name-null']) {
  test(`hostile names do not break the layout: ${fault}`, async ({ start, simulator, shootWindow: shoot }) => {
    simulator.setFaults([`${fault}:1=1`])
    const { app, page } = await start(simulator.env)
    await syncToTheEnd(page)
    const rows = grid(page).getByRole('row')
    await expect(rows.nth(3)).toBeVisible()
    const heights = await rows.evaluateAll((all) => [
      ...new Set(all.slice(1).map((row) => Math.round(row.getBoundingClientRect().height))),
    ])
    expect(heights).toHaveLength(1)
    await resize(app, page, { width: 1360, height: 832 })
    await page.getByRole('tab', { name: /^LinkedIn/ }).click()
    await rows.nth(2).click()
    await expect(identifiers(page)).toBeVisible()
    await expectReachable(page, 'wide', 'main, aside')
    await shoot(app, `hostile-${fault}`)
    await resize(app, page, { width: 900, height: 600, zoom: 2 })
    await expectReachable(page, '200 %', 'aside')
    await shoot(app, `hostile-${fault}-narrow`)
  })
}

test('rail and pane are resized by keys and by dragging, and stay so over a restart', async ({ start, simulator }) => {
  const first = await start(simulator.env)
  await syncToTheEnd(first.page)
  const edgeOf = (page: Page, name: string) => page.getByRole('separator', { name: `Width of the ${name}` })
  const widthOf = async (page: Page, name: string) => Number(await edgeOf(page, name).getAttribute('aria-valuenow'))
  const before = await widthOf(first.page, 'rail')
  await edgeOf(first.page, 'rail').focus()
  await first.page.keyboard.press('ArrowRight')
  expect(await widthOf(first.page, 'rail')).toBe(before + 2)
  const box = await edgeOf(first.page, 'rail').boundingBox()
  if (box === null) throw new Error('the rail has no edge')
  await first.page.mouse.move(box.x + box.width / 2, 300)
  await first.page.mouse.down()
  await first.page.mouse.move(box.x + box.width / 2 + 60, 300, { steps: 4 })
  await first.page.mouse.up()
  const dragged = await widthOf(first.page, 'rail')
  expect(dragged).toBeGreaterThan(before + 4)
  await searchBox(first.page).fill('ada')
  await first.quit()
  const second = await start(simulator.env)
  await syncToTheEnd(second.page)
  expect(await widthOf(second.page, 'rail')).toBe(dragged)
  await edgeOf(second.page, 'rail').dblclick()
  expect(await widthOf(second.page, 'rail')).toBe(before)
})
