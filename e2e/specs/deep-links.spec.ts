import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { commandFor, expect, launch, test } from '../fixtures/inspector-app.ts'
import { identifiers, openPerson, syncToTheEnd } from '../fixtures/journeys.ts'

test('a copied link opens the same person: while the app runs, and when it starts', async ({
  start,
  simulator,
  dataDir,
}) => {
  const { app, page, quit } = await start(simulator.env)
  await syncToTheEnd(page)
  const known = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await openPerson(page, known.providerId, known.name)
  await page.getByRole('button', { name: 'Copy link to this' }).click()
  const link = `postpress-inspector://attendee/${known.attendeeId}`
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(link)
  const pane = page.getByRole('complementary')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(pane).toBeHidden()

  const command = await commandFor(dataDir, simulator.env)
  const openWith = async (argument: string): Promise<void> => {
    const { executablePath, args, env } = command
    const [code] = await once(spawn(executablePath, [...args, argument], { env, stdio: 'ignore' }), 'exit')
    expect(code).toBe(0)
  }
  // Links come from anybody: these lead nowhere, and the window stays as it is.
  await openWith('postpress-inspector://attendee/../../etc/passwd')
  await openWith("postpress-inspector://attendee/x' OR 1=1 --")
  await openWith('postpress-inspector://convert?text=a&spend=1')
  await openWith('postpress-inspector://lookup?text=a')
  await expect(pane).toBeHidden()
  simulator.calls.reset()
  await openWith(link)
  await expect(identifiers(page)).toContainText(known.attendeeId)
  await openWith('postpress-inspector://resolve?text=%40nobody_at_all')
  await expect(page.getByRole('complementary', { name: 'Resolve' })).toBeVisible()
  await openWith('postpress-inspector://convert?text=%2B33612345678')
  await expect(page.getByText('33612345678@s.whatsapp.net').first()).toBeVisible()
  // Nothing is ever spent by a link.
  expect(simulator.calls.count({ route: 'profile' })).toBe(0)
  // Back goes through what links opened, too.
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(identifiers(page)).toContainText(known.attendeeId)
  // A person of another workspace is said to be missing, and nothing breaks.
  await openWith('postpress-inspector://attendee/AAAAAAAAAAAAAAAAAAAAAA')
  await expect(page.getByText('no longer in the cache')).toBeVisible()
  await quit()

  const again = await launch(dataDir, { ...command, args: [...command.args, link] })
  try {
    await expect(identifiers(again.page)).toContainText(known.attendeeId)
  } finally {
    await again.quit()
  }
})

/** What a page, a mail or another program may hand over as a link. None of them leads anywhere. */
const HOSTILE_LINKS = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'https://example.com/attendee/x',
  'postpress-inspector:javascript:alert(1)',
  'postpress-inspector://javascript:alert(1)',
  'postpress-inspector://attendee/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  'postpress-inspector://attendee/%252e%252e%252fetc%252fpasswd',
  'postpress-inspector://attendee/..%5c..%5cwindows',
  'postpress-inspector://attendee/a%00b',
  'postpress-inspector://attendee/%ff%fe',
  'postpress-inspector://attendee/x?next=https://example.com',
  'postpress-inspector://attendee/x#<img src=x onerror=alert(1)>',
  'postpress-inspector://case/<script>alert(1)</script>',
  'postpress-inspector://resolve?text=%E2%80%AEmoc.elpmaxe',
  'postpress-inspector://resolve?text=a%0d%0aX-Injected:%20yes',
  'postpress-inspector://resolve?text=',
  'postpress-inspector://convert?text=a&text=b',
  `postpress-inspector://resolve?text=${'a'.repeat(100_000)}`,
  '--inspect=0.0.0.0:9229',
  '--remote-debugging-port=9222',
  '--load-extension=/tmp',
]

test('hostile links and arguments run nothing and open nothing, however they come', async ({
  start,
  simulator,
  dataDir,
}) => {
  const { app, page } = await start(simulator.env)
  await syncToTheEnd(page)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await app.evaluate(({ shell, dialog }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
    shell.openPath = async (file) => {
      opened.push(file)
      return ''
    }
    dialog.showErrorBox = (title) => void opened.push(title)
  })
  const before = page.url()
  const seen = () =>
    app.evaluate(({ BrowserWindow }) => ({
      windows: BrowserWindow.getAllWindows().length,
      opened: (globalThis as unknown as { opened: string[] }).opened,
    }))

  // As another start of the app hands them over.
  const command = await commandFor(dataDir, simulator.env)
  for (const link of HOSTILE_LINKS.filter((one) => !one.startsWith('--'))) {
    const { executablePath, args, env } = command
    // Killed when it does not hand over and end, so that the failure names the link.
    const child = spawn(executablePath, [...args, link], {
      env,
      stdio: 'ignore',
      timeout: 30_000,
      killSignal: 'SIGKILL',
    })
    expect(await once(child, 'exit'), link.slice(0, 80)).toEqual([0, null])
  }
  // As the system hands them over, also with what no command line can hold.
  const anyhow = [
    ...HOSTILE_LINKS,
    'postpress-inspector://attendee/a\0b',
    `postpress-inspector://${'x'.repeat(5_000_000)}`,
  ]
  await app.evaluate(({ app: own }, links) => {
    for (const link of links) {
      own.emit('open-url', { preventDefault: () => undefined }, link)
      own.emit('second-instance', {}, ['inspector', link, '--', link], '/', null)
    }
    own.emit(
      'second-instance',
      {},
      Array.from({ length: 20_000 }, () => 'postpress-inspector://attendee/../x'),
      '/',
      null,
    )
  }, anyhow)

  await expect(page.getByRole('complementary')).toBeHidden()
  expect([page.url(), await seen(), dialogs]).toEqual([before, { windows: 1, opened: [] }, []])
  expect(simulator.calls.count({ route: 'profile' })).toBe(0)
  // It goes on working: the next honest link opens.
  const known = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
  await app.evaluate(
    ({ app: own }, link) => void own.emit('second-instance', {}, ['inspector', link], '/', null),
    `postpress-inspector://attendee/${known.attendeeId}`,
  )
  await expect(identifiers(page)).toContainText(known.attendeeId)
})
