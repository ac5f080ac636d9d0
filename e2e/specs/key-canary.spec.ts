import type { ElectronApplication, Page } from 'playwright/test'
import { startSimulator } from '../../electron/postpress/simulator/server.ts'
import { recordFigure } from '../../electron/testing/figures.ts'
import { traces } from '../fixtures/data-folder.ts'
import { heapSnapshot } from '../fixtures/heap.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { grid, syncToTheEnd } from '../fixtures/journeys.ts'

const KEY = 'canary-key-5f0b8a3e41d94c0f'
const count = (text: string): number => text.split(KEY).length - 1

/** Records whatever main sends to the page: events and answers. */
const recordMain = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow, ipcMain }) => {
    const sent: string[] = []
    Object.assign(globalThis, { sent })
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('There is no window.')
    const send = contents.send.bind(contents)
    contents.send = (...args: Parameters<typeof send>) => {
      sent.push(JSON.stringify(args))
      send(...args)
    }
    type Handler = (event: unknown, raw: unknown) => unknown
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
    for (const [channel, handler] of handlers)
      handlers.set(channel, async (event, raw) => {
        const answer = await handler(event, raw)
        sent.push(`${channel} ${JSON.stringify(answer)}`)
        return answer
      })
  })
const recorded = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as unknown as { sent: string[] }).sent)

/** Asks every harmless call of the contract, so that every answer that could carry the key has been given. */
const useEverything = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const api = window.api
    if (api === undefined) throw new Error('There is no bridge.')
    await api.workspaces.state(null)
    await api.accounts.list(null)
    await api.accounts.overview(null)
    await api.sync.status(null)
    await api.sync.report(null)
    await api.privacy.settings(null)
    await api.privacy.audit({ before: null })
    await api.system.about(null)
    await api.people.identify({ text: '+33600000000', provider: null })
    await api.workspaces.connect({ name: 'x', url: 'not a url', key: 'wrong', remember: false })
  })
  await page.getByRole('button', { name: 'Sync now' }).click()
  await syncToTheEnd(page)
}

test('the API key is nowhere outside main: not in the page, not in what main sends, not on disk', async ({
  start,
  dataDir,
}) => {
  const api = await startSimulator({ attendees: 600, newerServer: true, key: KEY })
  try {
    const { app, page, quit } = await start({ INSPECTOR_API_URL: api.url, INSPECTOR_API_KEY: KEY })
    await syncToTheEnd(page)
    await recordMain(app)
    await useEverything(page)
    await expect(grid(page).getByRole('row').nth(2)).toBeVisible()
    const sent = await recorded(app)
    // The record is real: answers and events of what was done are in it.
    for (const channel of ['workspaces.state', 'workspaces.connect', 'sync.start', 'sync.progressed', 'cache.changed'])
      expect(
        sent.some((message) => message.includes(channel)),
        channel,
      ).toBe(true)
    const heap = await heapSnapshot(page)
    // The snapshot is real: it holds what the page shows.
    expect(heap).toContain('Search or paste an identifier')
    const environment = await app.evaluate(() => JSON.stringify(process.env))
    const running = traces(dataDir, [KEY])
    await quit()
    const places = {
      heap: count(heap),
      ipc: count(sent.join('\n')),
      environment: count(environment),
      disk: running.length + traces(dataDir, [KEY]).length,
    }
    expect(places).toEqual({ heap: 0, ipc: 0, environment: 0, disk: 0 })
    recordFigure(
      'API-key canary outside main',
      `heap ${places.heap}, IPC ${places.ipc} in ${sent.length} messages, disk and logs ${places.disk}`,
    )
  } finally {
    await api.stop()
  }
})

test('a key that was typed is gone from the page once it is connected', async ({ start, dataDir }) => {
  const api = await startSimulator({ attendees: 600, newerServer: true, key: KEY })
  try {
    const { page, quit } = await start()
    await page
      .getByRole('button', { name: /^Connect/ })
      .first()
      .click()
    await page.getByLabel('API URL').fill(api.url)
    await page.getByLabel('API key').fill(KEY)
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await syncToTheEnd(page)
    await page.reload()
    await expect(grid(page).getByRole('row').nth(2)).toBeVisible()
    expect(count(await heapSnapshot(page))).toBe(0)
    expect(traces(dataDir, [KEY])).toEqual([])
    await quit()
    expect(traces(dataDir, [KEY])).toEqual([])
  } finally {
    await api.stop()
  }
})
