import type { ElectronApplication, Page } from 'playwright/test'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, identifiers, searchBox, syncToTheEnd } from '../fixtures/journeys.ts'

const clipboard = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard: board }) => board.readText())

const passport = (page: Page) => page.getByRole('complementary', { name: 'Passport' })

const runCommand = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search commands' }).fill(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeHidden()
}

test('from a pasted link to the Classic ID on the clipboard without a mouse', async ({ start, simulator, shoot }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const known = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await page.keyboard.press('Control+l')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.type(`https://www.linkedin.com/in/${known.person.slug}`)
  await page.keyboard.press('Enter')
  await expect(identifiers(page)).toContainText(known.person.classicId)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search commands' }).fill('copy classic')
  await shoot(page, 'palette')
  await page.keyboard.press('Enter')
  await expect.poll(() => clipboard(app)).toBe(known.person.classicId)
})

test('goes back and forward through opened people, and finds them again by name', async ({ start, simulator }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const [first, second] = [
    simulator.world.examples.knownOnlyBy('contact', 'linkedin'),
    simulator.world.examples.knownOnlyBy('chat', 'telegram'),
  ]
  for (const { providerId } of [first, second]) {
    await searchBox(page).fill(providerId)
    await searchBox(page).press('Enter')
    await expect(identifiers(page)).toContainText(providerId)
  }
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(identifiers(page)).toContainText(first.providerId)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(identifiers(page)).toContainText(second.providerId)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(passport(page)).toBeHidden()
  await runCommand(page, first.name)
  await expect(identifiers(page)).toContainText(first.providerId)
})

test('tabs, help and themes by key, the arrangement kept over a restart', async ({ start, simulator, shoot }) => {
  const { page, quit } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('tab', { name: /WhatsApp/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await shoot(page, 'keyboard-help')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden()
  await runCommand(page, 'dark theme')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await grid(page).getByRole('row').nth(2).click()
  const edge = page.getByRole('separator', { name: 'Width of the pane' })
  await edge.focus()
  const before = Number(await edge.getAttribute('aria-valuenow'))
  await page.keyboard.press('ArrowLeft')
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 2))
  await quit()

  const again = await start(simulator.env)
  await syncToTheEnd(again.page)
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await grid(again.page).getByRole('row').nth(2).click()
  await expect(again.page.getByRole('separator', { name: 'Width of the pane' })).toHaveAttribute(
    'aria-valuenow',
    String(before + 2),
  )
})

test('the native menu runs the same commands', async ({ start, simulator }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const choose = (label: string): Promise<boolean> =>
    app.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
      const item = items.find((entry) => entry.label === wanted)
      item?.click()
      return item !== undefined
    }, label)
  expect(await choose('Telegram')).toBe(true)
  await expect(page.getByRole('tab', { name: /Telegram/ })).toHaveAttribute('aria-selected', 'true')
  expect(await choose('All commands')).toBe(true)
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await choose('Search or paste an identifier')).toBe(true)
  await expect(searchBox(page)).toBeFocused()
})

test('without a mouse: sync, resolve a stranger, read the passport, convert, copy the Recruiter id', {
  tag: '@core',
}, async ({ start, simulator }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve())
  /** Tab by tab to a control, as a person would: it must be on the way. */
  const tabTo = async (name: RegExp | string, role: 'button' | 'radio' = 'button'): Promise<void> => {
    const wanted = page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }).first()
    await expect(wanted).toBeVisible()
    for (let steps = 0; steps < 150; steps++) {
      if (await wanted.evaluate((one) => one === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`${name} is not reached with Tab`)
  }

  // Sync.
  await runCommand(page, 'sync now')
  await syncToTheEnd(page)

  // Resolve: nothing is spent before the button is pressed.
  const stranger = simulator.world.examples.unknownUser('linkedin')
  await press('Control+l')
  await page.keyboard.type(`https://www.linkedin.com/in/${stranger.person.slug}`)
  await press('Enter')
  await expect(page.getByRole('complementary', { name: 'Resolve' })).toBeVisible()
  await tabTo('Look up live')
  await press('Enter')

  // The passport says why this person is not known.
  await expect(page.getByRole('region', { name: 'Why known' })).toContainText('becomes known')
  await tabTo('Copy as ticket text')
  await press('Enter')
  await expect.poll(() => clipboard(app)).toContain(stranger.person.classicId)

  // Convert: all forms, and the one that is missing for one look-up more.
  await tabTo('Get Recruiter ID (1 look-up)')
  await press('Enter')
  await tabTo('Copy Recruiter ID')
  await press('Enter')
  await expect.poll(() => clipboard(app)).toMatch(/^AE/)
  await press('Control+e')
  await expect(page.getByRole('textbox', { name: 'Identifier to convert' })).toBeVisible()
  const forms = page.getByRole('list', { name: 'Forms' })
  await expect(forms).toContainText(stranger.person.classicId)
  await expect(forms.getByRole('listitem', { name: 'Recruiter ID' })).toContainText(/AE\w+/)

  // Back to the list, and away.
  await press('Escape')
  await expect(page.getByRole('complementary')).toBeHidden()
  await press('Control+l', 'Escape')
  await expect(searchBox(page)).toHaveValue('')
  // The stranger left an empty list: the arrows lead to rows once they are back.
  await expect(grid(page).getByRole('row').nth(2)).toBeVisible()
  await press('ArrowDown', 'ArrowDown', 'Enter')
  await expect(identifiers(page)).toBeVisible()
})
