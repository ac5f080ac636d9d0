import type { Page } from 'playwright/test'
import type {} from '../../renderer/state/api.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { openPerson, syncToTheEnd } from '../fixtures/journeys.ts'

const rawRegion = (page: Page) => page.getByRole('region', { name: 'Raw', exact: true })

/** How many answers the cache holds. */
const kept = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const outcome = await window.api?.raw.keeping(null)
    return outcome?.ok === true ? outcome.value.answers : null
  })

test('answers as received are kept only after the workspace opted in, shown, copied, and deleted again', async ({
  start,
  simulator,
  shoot,
}) => {
  // A field that the app never shows: it must not be stored by default.
  simulator.setFaults(['unknown-fields=1'])
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const known = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await openPerson(page, known.providerId, known.name)
  const raw = rawRegion(page)
  await raw.scrollIntoViewIfNeeded()
  await expect(raw).toContainText('Only the fields that the app shows are kept')
  expect(await kept(page)).toBe(0)
  await shoot(page, 'raw-off')

  await raw.getByRole('button', { name: 'Keep answers as received' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep answers' }).click()
  await expect(raw).toContainText('nothing about this person has arrived since')
  await page.getByRole('button', { name: 'Sync now' }).click()
  await syncToTheEnd(page)
  const list = raw.getByText('Attendee list')
  await expect(list).toBeVisible({ timeout: 30_000 })
  await list.click()
  await expect(raw).toContainText('x_unknown')
  await raw.getByRole('region', { name: 'Attendee list as received' }).scrollIntoViewIfNeeded()
  await shoot(page, 'raw-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'raw-dark')
  await raw.getByRole('button', { name: 'Copy Attendee list JSON' }).click()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(JSON.parse(copied)).toMatchObject({ provider_id: known.providerId })
  expect(await kept(page)).toBeGreaterThan(500)

  await raw.getByRole('button', { name: 'Stop keeping answers' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stop and delete' }).click()
  await expect(raw).toContainText('Only the fields that the app shows are kept')
  expect(await kept(page)).toBe(0)
})
