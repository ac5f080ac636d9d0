import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'playwright/test'
import { recordFigure } from '../../electron/testing/figures.ts'
import { expect, type Launched, launch, test } from '../fixtures/inspector-app.ts'
import { packagedCommand } from '../fixtures/packaged-app.ts'
import { PROBES } from '../fixtures/probes.ts'

/** A probe that gets no answer has failed; the others still run. */
const silence = (): Promise<string> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('no answer'), 20_000).unref()
  })

const runAll = async (launched: Launched, title: string): Promise<void> => {
  let held = 0
  for (const { name, attempt, holds } of PROBES) {
    await test.step(name, async () => {
      const answer = await Promise.race([attempt(launched), silence()])
      expect.soft(answer, name).toEqual(holds)
      held += isDeepStrictEqual(answer, holds) ? 1 : 0
    })
  }
  expect(held).toBe(PROBES.length)
  recordFigure(`isolation probes, ${title}`, `${held}/${PROBES.length}`)
  test.info().annotations.push({ type: 'figure', description: `${title}: ${held}/${PROBES.length} isolation probes` })
}

/** Not the empty page that a window has before its own: that one is refused everything, rightly. */
const ready = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: 'Open the demo workspace' })).toBeVisible({ timeout: 30_000 })

test('the window and its process are closed on every side', async ({ start }) => {
  const launched = await start()
  await ready(launched.page)
  await runAll(launched, 'built app')
})

test('the packaged app is closed on every side, and without developer tools', async ({ dataDir }) => {
  const launched = await launch(dataDir, await packagedCommand(dataDir))
  try {
    await ready(launched.page)
    await runAll(launched, 'packaged app')
    const tools = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.openDevTools({ mode: 'detach' })
      return contents?.isDevToolsOpened()
    })
    expect(tools).toBe(false)
  } finally {
    await launched.quit()
  }
})
