import { expect, test } from '../fixtures/inspector-app.ts'
import { identifiers, openPerson, syncToTheEnd } from '../fixtures/journeys.ts'

test('an identifier is copied as a link, as JSON and as a line of a ticket, by keys alone', async ({
  start,
  simulator,
  shoot,
}) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const known = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await openPerson(page, known.providerId, known.name)
  const clipboard = (): Promise<string> => app.evaluate(({ clipboard: board }) => board.readText())
  const more = identifiers(page).getByRole('button', { name: 'More ways to copy Classic ID' })
  const copyAs = async (form: string): Promise<void> => {
    await more.focus()
    await page.keyboard.press('Enter')
    const item = page.getByRole('menuitem', { name: form })
    await expect(item).toBeVisible()
    while (!(await item.evaluate((one) => one === document.activeElement))) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu')).toBeHidden()
    // The focus is back where it was.
    await expect(more).toBeFocused()
  }
  await copyAs('Copy as link')
  await expect.poll(clipboard).toBe(`https://www.linkedin.com/in/${known.person.classicId}`)
  await copyAs('Copy as JSON')
  await expect
    .poll(async () => JSON.parse(await clipboard()))
    .toMatchObject({ provider: 'linkedin', product: 'classic', value: known.person.classicId })
  await copyAs('Copy as ticket line')
  await expect.poll(clipboard).toContain(`${known.name} (LinkedIn), Classic ID: ${known.person.classicId}`)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600))
  await more.click()
  await expect(page.getByRole('menu')).toBeVisible()
  await shoot(page, 'copy-forms-narrow')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'copy-forms-narrow-dark')
})
