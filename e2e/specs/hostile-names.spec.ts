import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { MEGABYTE } from '../../electron/testing/hostile-texts.ts'
import { answerSaveDialog, casesPage, clipboardText, toast } from '../fixtures/cases.ts'
import { test as base, expect } from '../fixtures/inspector-app.ts'
import { grid, identifiers, searchBox, syncToTheEnd } from '../fixtures/journeys.ts'
import { type Renamed, startNamingProxy } from '../fixtures/naming-proxy.ts'

/** What a name says, and what may be seen of it: one line, in its own direction. */
const NAMES: [name: string, shown: string][] = [
  ['<img src=x onerror="globalThis.ran=1"><b>Bold</b>', '<img src=x onerror="globalThis.ran=1"><b>Bold</b>'],
  ['<script>globalThis.ran=1</script>Ann', '<script>globalThis.ran=1</script>Ann'],
  ['Invoice \u202efdp.exe\u202c\u2066x\u2069', 'Invoice fdp.exe x'],
  ['=HYPERLINK("https://example.com","Ada")', '=HYPERLINK("https://example.com","Ada")'],
  [
    '[Ada](javascript:alert(1)) ![x](https://example.com/x.png)',
    '[Ada](javascript:alert(1)) ![x](https://example.com/x.png)',
  ],
  ['../../../../etc/cron.d/Ada', '../../../../etc/cron.d/Ada'],
  [MEGABYTE, MEGABYTE.trim()],
]

/** What ran, was loaded or is wider than the window: nothing, whatever is on screen. */
const harm = (page: Page) =>
  page.evaluate(() => ({
    ran: (globalThis as { ran?: number }).ran ?? null,
    elements: document.querySelectorAll('img[src="x"], script:not([src]), main b, aside b').length,
    sideways: document.documentElement.scrollWidth > window.innerWidth,
  }))
const NO_HARM = { ran: null, elements: 0, sideways: false }

/** An API whose people have these names, and who got which once it was read. */
const test = base.extend<{ named: { env: Record<string, string>; renamed: Renamed[] } }>({
  named: async ({ simulator }, use) => {
    const names = NAMES.map(([name]) => name)
    const proxy = await startNamingProxy(simulator.url, names)
    await use({ env: { ...simulator.env, INSPECTOR_API_URL: proxy.url }, renamed: proxy.renamed })
    await proxy.stop()
  },
})
test.setTimeout(180_000)

test('hostile names are shown, copied and exported as what they are: text', async ({ start, named, dataDir }) => {
  const { app, page } = await start(named.env)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type())
    void dialog.dismiss()
  })
  await syncToTheEnd(page)
  expect(named.renamed).toHaveLength(NAMES.length)
  await answerSaveDialog(app, join(dataDir, 'person.csv'))

  for (const [at, { id }] of named.renamed.entries()) {
    const shown = NAMES[at]?.[1] ?? ''
    const start = shown.slice(0, 40)
    await test.step(start, async () => {
      await searchBox(page).fill(id)
      await grid(page).getByRole('row').filter({ hasText: start }).first().click()
      await expect(identifiers(page)).toContainText(id)
      const heading = page.getByRole('complementary').getByRole('heading', { level: 2 }).first()
      // Compared here: a megabyte in a failure message helps nobody.
      expect(((await heading.textContent()) ?? '').startsWith(start)).toBe(true)
      expect(await harm(page)).toEqual(NO_HARM)

      await page.getByRole('button', { name: 'Add to case' }).click()
      await page.getByRole('menuitem', { name: /^New case with/ }).click()
      await page.getByRole('button', { name: 'Open case', exact: true }).click()
      await expect(casesPage(page).getByRole('textbox', { name: 'Title' })).not.toHaveValue('')
      expect(await harm(page)).toEqual(NO_HARM)
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click()
      await expect.poll(async () => (await clipboardText(app)).includes(id)).toBe(true)
      const markdown = await clipboardText(app)
      expect(markdown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      // Outside of code, nothing of it is markup or a link.
      const words = markdown.replaceAll(/`[^`\n]*`/g, '')
      expect(words).not.toMatch(/(?<!\\)<(?:img|script|b)\b/)
      expect(words).not.toMatch(/(?<!\\)\]\(/)
      await page.getByRole('button', { name: 'People', exact: true }).click()
    })
  }
  expect(dialogs).toEqual([])
})

test('an export of hostile names runs in no spreadsheet, and stays in the folder that was chosen', async ({
  start,
  named,
  dataDir,
}) => {
  const { app, page } = await start(named.env)
  await syncToTheEnd(page)
  for (const [at, { id }] of named.renamed.entries()) {
    const file = join(dataDir, `person-${at}.csv`)
    await answerSaveDialog(app, file)
    const saved = await page.evaluate((person) => window.api?.privacy.exportPerson({ id: person, format: 'csv' }), id)
    expect(saved).toEqual({ ok: true, value: { saved: true } })
    const csv = readFileSync(file, 'utf8')
    const cells = csv.replaceAll(/"(?:[^"]|"")*"/g, (quoted) => `"${quoted.slice(1, 2)}`).split(/[,\r\n]+/)
    expect(cells.filter((cell) => /^"?[=+@\t-]/.test(cell))).toEqual([])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(csv.length).toBeLessThan(4 * MEGABYTE.length)
  }
  // The file name that a case proposes is one name, not a path.
  const path = named.renamed[NAMES.findIndex(([name]) => name.startsWith('..'))]?.id ?? ''
  await searchBox(page).fill(path)
  await grid(page).getByRole('row').filter({ hasText: 'cron.d' }).first().click()
  await page.getByRole('button', { name: 'Add to case' }).click()
  await page.getByRole('menuitem', { name: /^New case with/ }).click()
  await page.getByRole('button', { name: 'Open case', exact: true }).click()
  const proposed = await answerSaveDialog(app, join(dataDir, 'case.md'))
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as Markdown…' }).click()
  await expect(toast(page, 'Saved as case.md')).toBeVisible()
  const documents = await app.evaluate(({ app: own }) => own.getPath('documents'))
  expect(await proposed()).toMatch(/[\\/]case-[\w-]+\.md$/)
  expect((await proposed()).startsWith(documents)).toBe(true)
  expect((await proposed()).slice(documents.length + 1)).not.toMatch(/[\\/]|\.\./)
})
