import { recordFigure } from '../../electron/testing/figures.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { openDemo } from '../fixtures/journeys.ts'
import { PAGE_PROBES } from '../fixtures/page-probes.ts'

test('the page and its policy hold in the Chromium of the system', { tag: '@core' }, async ({
  start,
  witness,
  systemBrowser,
}) => {
  const { page } = await start()
  await openDemo(page)
  expect(witness.faults, 'before anything is tried').toEqual([])
  let held = 0
  for (const { name, attempt, holds } of PAGE_PROBES) {
    const answer = await attempt(page)
    held += answer === holds ? 1 : 0
    expect.soft(answer, name).toBe(holds)
  }
  // What was tried is what the policy stopped: nothing of it left the page.
  const stopped = witness.faults.splice(0)
  expect(stopped.filter((fault) => fault.startsWith('policy: ')).length).toBeGreaterThanOrEqual(8)
  recordFigure(
    'probes of the page in the Chromium of the system',
    `${held} of ${PAGE_PROBES.length} (Chromium ${(await systemBrowser()).version()})`,
  )
})

test('nothing is served but the built page', { tag: '@core' }, async ({ start }) => {
  const { page } = await start()
  const origin = new URL(page.url()).origin
  const statusOf = async (path: string, method = 'GET'): Promise<number> =>
    (await fetch(`${origin}${path}`, { method })).status
  expect(await statusOf('/index.html')).toBe(200)
  expect(await statusOf('/..%2f..%2fpackage.json')).toBe(404)
  expect(await statusOf('/%2e%2e/main/main.js')).toBe(404)
  expect(await statusOf('/index.html', 'POST')).toBe(404)
})
