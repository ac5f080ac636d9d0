import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  answerSaveDialog,
  casesPage,
  clipboardText,
  newCaseWithOpenPerson,
  notes,
  saved,
  toast,
} from '../fixtures/cases.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { identifiers, openPerson, searchBox, syncToTheEnd } from '../fixtures/journeys.ts'

test('a case begins at a passport, is written down, and leaves as Markdown and JSON', async ({
  start,
  simulator,
  shoot,
  dataDir,
}) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const { examples } = simulator.world
  const first = examples.knownOnlyBy('contact', 'linkedin')
  const second = examples.knownOnlyBy('group', 'whatsapp')
  await openPerson(page, first.providerId, first.name)
  await newCaseWithOpenPerson(page, first.name)
  await casesPage(page).getByRole('textbox', { name: 'Title' }).fill('Messages to <b>Ada</b> fail | `why`?')
  await casesPage(page).getByRole('textbox', { name: 'Ticket' }).fill('SUP-4711')
  await notes(page).fill(
    'Customer says: messages fail since Monday.\nRecruiter id needed, see [their](https://evil.example) link.',
  )
  await casesPage(page)
    .getByRole('textbox', { name: `Note about ${first.name}` })
    .fill('The sender.')
  await saved(page)

  await page.getByRole('button', { name: 'People', exact: true }).click()
  await openPerson(page, second.providerId, second.name)
  await page.getByRole('button', { name: 'Add to case' }).click()
  await expect(page.getByRole('menu')).toHaveCSS('opacity', '1')
  await shoot(page, 'case-add')
  await page.getByRole('menuitem', { name: /Messages to/ }).click()
  await expect(toast(page, second.name)).toBeVisible()
  await expect(page.getByRole('button', { name: 'In 1 case' })).toBeVisible()
  await page.getByRole('button', { name: 'Cases', exact: true }).click()
  const people = casesPage(page).getByRole('region', { name: /^People/ })
  await expect(people.getByRole('listitem')).toHaveCount(2)
  await people.getByRole('button', { name: first.name, exact: true }).click()
  await expect(identifiers(page)).toContainText(first.providerId)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await shoot(page, 'case-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'case-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  const file = join(dataDir, 'out.md')
  const proposed = await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as Markdown…' }).click()
  await expect(toast(page, 'Saved as out.md')).toBeVisible()
  expect(basename(await proposed())).toBe('case-messages-to-b-ada-b-fail-why.md')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const markdown = readFileSync(file, 'utf8')
  expect(markdown).toContain('# Messages to \\<b\\>Ada\\</b\\> fail \\| \\`why\\`?')
  expect(markdown).toContain('Ticket `SUP-4711`')
  expect(markdown).toContain('\\[their\\]\\(https\\://evil.example\\)')
  expect(markdown).toContain(`- Classic ID: \`${first.person.classicId}\` (`)
  expect(markdown).toMatch(/### Why known\n\n.*relation/i)
  expect(markdown).toContain('The sender.')

  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy as JSON' }).click()
  await expect.poll(() => clipboardText(app)).toMatch(/^\{/)
  expect(JSON.parse(await clipboardText(app))).toMatchObject({
    case: { ticket: 'SUP-4711', status: 'open' },
    people: [{ attendeeId: first.attendeeId }, { attendeeId: second.attendeeId }],
  })
})

test('what is deleted or taken off comes back with Undo, until the workspace is closed', async ({
  start,
  simulator,
}) => {
  const { page, quit } = await start(simulator.env)
  await syncToTheEnd(page)
  const person = simulator.world.examples.knownOnlyBy('chat', 'telegram')
  await openPerson(page, person.providerId, person.name)
  await newCaseWithOpenPerson(page, person.name)
  const people = casesPage(page).getByRole('region', { name: /^People/ })
  await people.getByRole('textbox').fill('Keep this note')
  await saved(page)
  await people.getByRole('button', { name: `Take ${person.name} off the case` }).click()
  await expect(people.getByRole('listitem')).toHaveCount(0)
  await expect(people.getByRole('heading')).toBeFocused()
  await toast(page, 'is off the case').getByRole('button', { name: 'Undo' }).click()
  await expect(people.getByRole('textbox')).toHaveValue('Keep this note')

  await page.getByRole('button', { name: 'Close case' }).click()
  await expect(page.getByRole('button', { name: 'Reopen case' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete case' }).click()
  await expect(casesPage(page).getByText('No cases yet')).toBeVisible()
  await toast(page, 'is deleted').getByRole('button', { name: 'Undo' }).click()
  await expect(people.getByRole('textbox')).toHaveValue('Keep this note')
  await page.getByRole('button', { name: 'Delete case' }).click()
  await expect(casesPage(page).getByText('No cases yet')).toBeVisible()
  await quit()

  const again = await start(simulator.env)
  await again.page.getByRole('button', { name: 'Cases', exact: true }).click()
  await expect(casesPage(again.page).getByText('No cases yet')).toBeVisible()
})

test('nothing typed is lost by fast switching, and by quitting at once', async ({ start, simulator }) => {
  const { page, quit } = await start(simulator.env)
  await syncToTheEnd(page)
  await page.keyboard.press('Control+j')
  for (const title of ['One', 'Two']) {
    await page.getByRole('button', { name: 'New case' }).click()
    await expect(casesPage(page).getByRole('textbox', { name: 'Title' })).toBeFocused()
    await page.keyboard.type(title)
    await expect(casesPage(page).getByRole('button', { name: new RegExp(`^${title}`) })).toBeVisible()
  }
  for (let round = 1; round <= 5; round++)
    for (const title of ['One', 'Two']) {
      await casesPage(page)
        .getByRole('button', { name: new RegExp(`^${title}`) })
        .click()
      await expect(casesPage(page).getByRole('textbox', { name: 'Title' })).toHaveValue(title)
      await notes(page).focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(`${title} ${round}. `)
    }
  await notes(page).pressSequentially('The very last words.')
  await quit()

  const again = await start(simulator.env)
  await again.page.getByRole('button', { name: 'Cases', exact: true }).click()
  const said = (title: string): string => [1, 2, 3, 4, 5].map((round) => `${title} ${round}. `).join('')
  await casesPage(again.page).getByRole('button', { name: /^One/ }).click()
  await expect(notes(again.page)).toHaveValue(said('One'))
  await casesPage(again.page).getByRole('button', { name: /^Two/ }).click()
  await expect(notes(again.page)).toHaveValue(`${said('Two')}The very last words.`)
})

test('cases outlive the cache: people who are gone keep their names, and go with the workspace', async ({
  start,
  simulator,
  dataDir,
  shoot,
}) => {
  const { page, quit } = await start(simulator.env)
  await syncToTheEnd(page)
  const person = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await openPerson(page, person.providerId, person.name)
  await newCaseWithOpenPerson(page, person.name)
  await quit()
  rmSync(join(dataDir, 'caches'), { recursive: true })
  await simulator.stop()

  const again = await start(simulator.env)
  await again.page.getByRole('button', { name: 'Cases', exact: true }).click()
  await casesPage(again.page).getByRole('button', { name: person.name }).click()
  const people = casesPage(again.page).getByRole('region', { name: /^People/ })
  await expect(people).toContainText(person.name)
  await expect(people).toContainText('No longer cached')
  await shoot(again.page, 'case-gone')
  await again.page.getByRole('button', { name: 'Export', exact: true }).click()
  await again.page.getByRole('menuitem', { name: 'Copy as Markdown' }).click()
  await expect.poll(() => clipboardText(again.app)).toContain(person.person.classicId)
  expect(await clipboardText(again.app)).toContain('No longer in the cache')
})

test('removing a workspace says that its cases go too, and they do', async ({ start, dataDir }) => {
  const { page } = await start()
  await page.getByRole('button', { name: 'Open the demo workspace' }).click()
  await syncToTheEnd(page)
  await page.keyboard.press('Control+j')
  await page.getByRole('button', { name: 'New case' }).click()
  await saved(page)
  expect(existsSync(join(dataDir, 'notebooks', 'demo.sqlite'))).toBe(true)
  await page.getByRole('button', { name: /^Workspace:/ }).click()
  await page.getByRole('menuitem', { name: 'Remove this workspace' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('your cases with their notes')
  await page.getByRole('button', { name: 'Delete from this computer' }).click()
  await expect(page.getByRole('button', { name: 'Open the demo workspace' })).toBeVisible()
  expect(readdirSync(join(dataDir, 'notebooks'))).toEqual([])
})

test('a case without a mouse, in a small window', async ({ start, simulator, shoot }) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600))
  const person = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await page.keyboard.press('Control+l')
  await page.keyboard.type(person.providerId)
  await page.keyboard.press('Enter')
  await expect(identifiers(page)).toContainText(person.providerId)
  await page.keyboard.press('Control+d')
  const item = page.getByRole('menuitem', { name: `New case with ${person.name}` })
  await expect(item).toBeVisible()
  while (!(await item.evaluate((one) => one === document.activeElement))) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'is in the new case')).toBeVisible()
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(page.getByRole('button', { name: 'In 1 case' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary', { name: 'Passport' })).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search commands' }).fill('open case')
  await page.keyboard.press('Enter')
  await expect(casesPage(page).getByRole('textbox', { name: 'Title' })).toHaveValue(person.name)
  await notes(page).focus()
  await page.keyboard.type('Typed without a mouse.')
  await saved(page)
  await shoot(page, 'case-narrow')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'case-narrow-dark')
  await page.getByRole('button', { name: 'Delete case' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'New case' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search commands' }).fill('undo')
  await page.keyboard.press('Enter')
  await expect(notes(page)).toHaveValue('Typed without a mouse.')
  await expect(searchBox(page)).toBeHidden()
})
