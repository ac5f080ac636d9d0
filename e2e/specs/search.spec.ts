import type { Page } from 'playwright/test'
import { startSimulator } from '../../electron/postpress/simulator/server.ts'
import { fold } from '../../shared/text/fold.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, searchBox, syncToTheEnd } from '../fixtures/journeys.ts'

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
  host,
}) => {
  test.skip(host === 'chromium', 'There this process is between page and main, and is busy being the server too.')
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

test('fast scrolling shows no blank row, the bar reaches every part, letters lead to their names', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const list = grid(page)
  await expect(list.getByRole('row').nth(10)).toBeVisible()
  const total = Object.values(simulator.world.counts.byProvider).reduce((sum, count) => sum + count, 0)
  await expect(list).toHaveAttribute('aria-rowcount', String(total + 1))
  const blanks = await page.evaluate(async () => {
    const scroller = document.querySelector('[role="grid"][aria-label="Attendees"] [role="rowgroup"]')
    const empty: number[] = []
    for (let step = 0; step < 60; step++) {
      scroller?.scrollBy(0, 150)
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const box = scroller?.getBoundingClientRect() ?? new DOMRect()
      for (const share of [0.05, 0.5, 0.95]) {
        const at = document.elementFromPoint(box.left + 80, box.top + box.height * share)
        if (at?.closest('[role="row"][data-index]')?.querySelector('[role="gridcell"]') == null) empty.push(step)
      }
    }
    return empty
  })
  expect(blanks).toEqual([])
  await shoot(page, 'scrolled')

  await page.evaluate(() => {
    const scroller = document.querySelector('[role="grid"][aria-label="Attendees"] [role="rowgroup"]')
    if (scroller !== null) scroller.scrollTop = scroller.scrollHeight
  })
  await expect(list.locator(`[data-index="${total - 1}"]`)).toContainText(/\S/)

  await list.locator(`[data-index="${total - 1}"]`).focus()
  await page.keyboard.press('m')
  const focused = list.locator('[data-index][tabindex="0"]')
  await expect(focused.getByRole('gridcell').first()).toContainText(/^.{0,2}m/i)
  await page.getByRole('button', { name: 'S', exact: true }).click()
  await expect(list.locator('[data-index][tabindex="0"]').getByRole('gridcell').first()).toContainText(/s/i)
  await shoot(page, 'letters')
})

test('a match outside the name says where it is', async ({ start, simulator, shoot }) => {
  const { page } = await start(simulator.env)
  await syncToTheEnd(page)
  const person = simulator.world.examples.knownOnlyBy('chat', 'x')
  await searchBox(page).fill(person.person.xHandle.slice(0, 6))
  await expect(grid(page).getByRole('row').nth(1).locator('mark').first()).toBeVisible()
  await shoot(page, 'search-marks')
})
