import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ElectronApplication } from 'playwright'
import { commandFor, expect, test } from '../fixtures/inspector-app.ts'
import { syncToTheEnd } from '../fixtures/journeys.ts'

/** What the window shows now, read through main: Playwright gives up on a page once its process has died. */
const shownText = (app: ElectronApplication): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return ''
    return String(await contents.executeJavaScript('document.body.innerText'))
  })

/** Kills the window's process, waits until a page is loaded again, and answers the process id it had. */
const crash = (app: ElectronApplication): Promise<number> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('There is no window.')
    const pid = contents.getOSProcessId()
    const loaded = new Promise((resolve) => {
      contents.once('render-process-gone', () => contents.once('did-finish-load', () => resolve(null)))
    })
    contents.forcefullyCrashRenderer()
    await loaded
    return pid
  })

const processId = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)

test('a second instance on the same data ends and brings the first to the front', async ({ dataDir, start }) => {
  const first = await start({ INSPECTOR_START: 'demo' })
  await syncToTheEnd(first.page)
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const visible = (): Promise<boolean> =>
    first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
  expect(await visible()).toBe(false)

  const { executablePath, args, env } = await commandFor(dataDir, { INSPECTOR_START: 'demo' })
  const [code] = await once(spawn(executablePath, args, { env, stdio: 'ignore' }), 'exit')
  expect(code).toBe(0)
  await expect.poll(visible).toBe(true)
  expect(first.app.windows()).toHaveLength(1)
  await expect(first.page.getByRole('tablist', { name: 'Providers' })).toBeVisible()
})

test('a crashed window comes back with its content', async ({ start }) => {
  const { app, page } = await start({ INSPECTOR_START: 'demo' })
  await syncToTheEnd(page)
  const before = await crash(app)
  await expect.poll(() => shownText(app)).toContain('LinkedIn')
  expect(await processId(app)).not.toBe(before)
})

test('a window that crashes again and again says so, and can be opened again', async ({ start }) => {
  const { app, page } = await start({ INSPECTOR_START: 'demo' })
  await syncToTheEnd(page)
  for (let crashes = 0; crashes < 3; crashes++) {
    await crash(app)
    await expect.poll(() => shownText(app)).toContain('LinkedIn')
  }
  await crash(app)
  await expect.poll(() => shownText(app)).toContain('The window keeps crashing')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.querySelector("a").click()'),
  )
  await expect.poll(() => shownText(app)).toContain('LinkedIn')
})

test('the window opens where it was closed', async ({ start }) => {
  const bounds = { x: 60, y: 70, width: 900, height: 620 }
  const first = await start()
  await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds)
  const boundsOf = (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await expect.poll(() => boundsOf(first.app)).toEqual(bounds)
  await first.quit()
  const second = await start()
  await expect.poll(() => boundsOf(second.app)).toEqual(bounds)
})
