import type { Page } from 'playwright/test'
import { startSimulator } from '../../electron/postpress/simulator/server.ts'
import { fold } from '../../shared/text/fold.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, searchBox } from '../fixtures/journeys.ts'

interface Seen {
  /** What the box held when rows were on screen that answer it (the grid is not busy). */
  text: string
  titles: string[]
}

/** Looks at every frame from now on: what the search box says, and which rows stand below it. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const frames: Seen[] = []
    Object.assign(window, { frames })
    const look = (): void => {
      const list = document.querySelector('[role="grid"][aria-label="Attendees"]')
      const text = document.querySelector<HTMLInputElement>('input[type="search"]')?.value ?? ''
      if (list?.getAttribute('aria-busy') === 'false') {
        const rows = [...list.querySelectorAll('[role="row"][data-index]')]
        frames.push({ text, titles: rows.map((row) => row.querySelector('[role="gridcell"]')?.textContent ?? '') })
      }
      requestAnimationFrame(look)
    }
    look()
  })

const framesOf = (page: Page): Promise<Seen[]> => page.evaluate(() => (window as unknown as { frames: Seen[] }).frames)

const isSyncing = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const outcome = await window.api?.sync.status(null)
    return outcome?.ok === true && outcome.value.running
  })

test('typing fast during a sync of 50,000 attendees never shows the rows of an older text', async ({
  start,
  shoot,
}) => {
  const simulator = await startSimulator({ attendees: 50_000, newerServer: true })
  try {
    const { page } = await start({ INSPECTOR_API_URL: simulator.url, INSPECTOR_API_KEY: simulator.key })
    await expect(grid(page).getByRole('row').nth(20)).toBeVisible({ timeout: 30_000 })
    await watchFrames(page)
    for (const name of ['olivia', 'jürgen', 'marcus', 'anna']) {
      await searchBox(page).fill('')
      await searchBox(page).pressSequentially(name)
      await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
      await expect(grid(page).getByRole('row').nth(1)).toContainText(new RegExp(name, 'i'))
    }
    expect(await isSyncing(page)).toBe(true)
    await shoot(page, 'search-during-sync')
    const frames = (await framesOf(page)).filter(({ text }) => text.length > 2)
    expect(frames.length).toBeGreaterThan(10)
    for (const { text, titles } of frames)
      for (const title of titles) expect(fold(title), `rows below "${text}"`).toContain(fold(text))
  } finally {
    await simulator.stop()
  }
})
