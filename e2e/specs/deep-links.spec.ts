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
