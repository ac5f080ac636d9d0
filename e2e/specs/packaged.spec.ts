import type { Page } from 'playwright/test'
import { createWorld } from '../../electron/postpress/simulator/world/world.ts'
import { expect, launch, test } from '../fixtures/inspector-app.ts'
import { identifiers, openDemo, openPerson, syncToTheEnd, whyKnown } from '../fixtures/journeys.ts'
import { packagedCommand } from '../fixtures/packaged-app.ts'

/** Collects what the page asked for and did not get, and every error it reports, from now on. */
const watchFailures = (page: Page): string[] => {
  const failures: string[] = []
  page.on('requestfailed', (request) => failures.push(`failed ${request.url()}`))
  page.on('response', (response) => {
    if (!response.ok()) failures.push(`${response.status()} ${response.url()}`)
  })
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text())
  })
  return failures
}

test('the packaged app opens the demo workspace and finds a person by an identifier', async ({ dataDir, shoot }) => {
  const { app, page, quit } = await launch(dataDir, await packagedCommand(dataDir))
  try {
    expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true)
    expect(await app.evaluate(({ app: electron }) => electron.getAppPath())).toMatch(/app\.asar$/)
    // A request of the first load that the reload cuts off is no failure of the app.
    await expect(page.getByRole('button', { name: 'Open the demo workspace' })).toBeVisible()
    const failures = watchFailures(page)
    // Once more from the start, now that somebody listens.
    await page.reload()
    await openDemo(page)
    await syncToTheEnd(page)
    const { examples } = createWorld({ newerServer: true })
    const relation = examples.knownOnlyBy('contact', 'linkedin')
    await openPerson(page, relation.internalId, relation.name)
    await expect(identifiers(page)).toContainText(relation.internalId)
    await expect(whyKnown(page)).toContainText('Relation')
    await shoot(page, 'packaged')
    expect(failures).toEqual([])
  } finally {
    await quit()
  }
})
