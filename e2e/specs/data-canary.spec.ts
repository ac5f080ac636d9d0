import { recordFigure } from '../../electron/testing/figures.ts'
import { filesIn, traces } from '../fixtures/data-folder.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, searchBox, syncToTheEnd } from '../fixtures/journeys.ts'

test('nothing about anybody is readable in the data folder: database, log, settings, page', async ({
  start,
  simulator,
  dataDir,
}) => {
  const { page, quit } = await start(simulator.env)
  await syncToTheEnd(page)
  const people = await page.evaluate(async () => {
    const marks: string[] = []
    for (const offset of [0, 100, 200]) {
      const query = { text: '', provider: null, accountId: null, reason: null, sort: 'name' as const }
      const list = await window.api?.attendees.list({ ...query, offset, limit: 100, effort: 'full' })
      if (list?.ok !== true) throw new Error('no list')
      for (const { id, title } of list.value.rows) {
        marks.push(id, title)
        const passport = await window.api?.attendees.passport({ id })
        if (passport?.ok === true) marks.push(...passport.value.identifiers.map(({ value }) => value))
      }
    }
    return marks
  })
  await searchBox(page).fill('zzz canary search')
  await expect(grid(page)).toBeVisible()
  // Short texts stand in any file by chance.
  const marks = [...new Set([...people, 'zzz canary search'])].filter((mark) => mark.length >= 9)
  expect(marks.length).toBeGreaterThan(500)
  expect(filesIn(dataDir).some(({ name }) => name.endsWith('.sqlite-wal'))).toBe(true)
  const running = traces(dataDir, marks)
  await quit()
  const found = [...running, ...traces(dataDir, marks)]
  expect(found).toEqual([])
  recordFigure('personal-data canaries in database, WAL, logs', `${found.length} of ${marks.length}`)
})
