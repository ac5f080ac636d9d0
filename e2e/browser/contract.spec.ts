import type { Page } from 'playwright/test'
import { type Found, ORDINARY_REQUESTS } from '../../electron/handlers/testing/ordinary-requests.ts'
import { recordFigure } from '../../electron/testing/figures.ts'
import type { Passport } from '../../shared/domain/attendees.ts'
import type { CaseFile } from '../../shared/domain/cases.ts'
import type { WorkspaceState } from '../../shared/domain/workspaces.ts'
import { calls } from '../../shared/ipc/contract.ts'
import { channelsOf } from '../../shared/ipc/define.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { openDemo, syncToTheEnd } from '../fixtures/journeys.ts'

/** Somebody of the demo workspace who is linked with another attendee. */
const linkedPerson = (page: Page): Promise<Passport> =>
  page.evaluate(async () => {
    const everybody = { text: '', provider: null, accountId: null, reason: null, sort: 'name' } as const
    const list = await window.api?.attendees.list({ ...everybody, effort: 'full', offset: 0, limit: 100 })
    if (list?.ok !== true) throw new Error('no list')
    for (const { id, isSelf } of list.value.rows) {
      const read = await window.api?.attendees.passport({ id })
      if (read?.ok === true && !isSelf && read.value.elsewhere.length > 0) return read.value
    }
    throw new Error('nobody is linked')
  })

/** Calls as the window does; answers with the value, or with the kind of the failure. */
const ask = (page: Page, channel: string, input: unknown): Promise<{ ok: boolean; value: unknown }> =>
  page.evaluate(
    async ([name, given]) => {
      const [group = '', call = ''] = String(name).split('.')
      type Answer = { ok: boolean; value?: unknown; error?: { kind: string } }
      type Groups = Record<string, Record<string, (input: unknown) => Promise<Answer>>>
      const outcome = await (window.api as unknown as Groups)[group]?.[call]?.(given)
      return { ok: outcome?.ok === true, value: outcome?.ok === true ? outcome.value : outcome?.error?.kind }
    },
    [channel, input] as const,
  )

/** Locking takes the page away that asked for it. */
const lock = async (page: Page): Promise<void> => {
  await page.evaluate(() => void window.api?.privacy.lock(null))
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
}

test('each call of the contract does what it is for, and its answer is what the contract says', {
  tag: '@core',
}, async ({ start, simulator, witness, systemBrowser }) => {
  const { page } = await start()
  await openDemo(page)
  await syncToTheEnd(page)
  const passport = await linkedPerson(page)
  const created = await ask(page, 'cases.create', {
    title: 'x',
    ticket: '',
    person: { kind: 'attendee', id: passport.attendeeId },
  })
  const { id: caseId } = created.value as CaseFile
  const read = await ask(page, 'cases.read', { id: caseId })
  const found: Found = {
    app: { simulator },
    passport,
    caseId,
    pinKey: (read.value as CaseFile).pinned[0]?.key ?? '',
    workspaceId: '',
  }
  for (const [channel, payload] of ORDINARY_REQUESTS) {
    if (channel === 'privacy.lock') await lock(page)
    else expect(await ask(page, channel, payload(found)), channel).toMatchObject({ ok: true })
    if (channel === 'sync.start' || channel === 'workspaces.connect') await syncToTheEnd(page)
    if (channel !== 'workspaces.connect') continue
    const state = await ask(page, 'workspaces.state', null)
    found.workspaceId = (state.value as WorkspaceState).current ?? ''
  }
  expect([...witness.calls.keys()].sort()).toEqual(channelsOf(calls).sort())
  expect([...witness.events.keys()].sort()).toEqual(['cache.changed', 'sync.progressed', 'workspaces.changed'])
  expect(witness.faults).toEqual([])
  const total = [...witness.calls.values()].reduce((sum, count) => sum + count, 0)
  recordFigure(
    'contract in the Chromium of the system',
    `${witness.calls.size} of ${channelsOf(calls).length} calls, ${total} times, 0 faults (Chromium ${(await systemBrowser()).version()})`,
  )
})
