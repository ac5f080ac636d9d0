import { expect, test } from '../fixtures/inspector-app.ts'
import { openDemo, syncToTheEnd } from '../fixtures/journeys.ts'

test('first start leads to the demo workspace, synced to the end', async ({ start, shoot }) => {
  const { page } = await start()
  await expect(page.getByRole('button', { name: 'Open the demo workspace' })).toBeVisible()
  await shoot(page, 'welcome-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'welcome-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await openDemo(page)
  await syncToTheEnd(page)
  await expect(page.getByRole('grid', { name: 'Attendees' }).getByRole('row').nth(1)).toBeVisible()
  await shoot(page, 'browse-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'browse-dark')
})

test('the demo workspace opens again at the next start, with its rows at once', async ({ start }) => {
  const first = await start({ INSPECTOR_START: 'demo' })
  await syncToTheEnd(first.page)
  await first.quit()
  const { page } = await start()
  await expect(page.getByRole('grid', { name: 'Attendees' }).getByRole('row').nth(1)).toBeVisible()
})
