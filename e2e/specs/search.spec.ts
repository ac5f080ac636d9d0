import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, searchBox, syncToTheEnd } from '../fixtures/journeys.ts'

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
