import { localDay } from '#shared/domain/lookup-budget.ts'
import { identify } from '#shared/identifiers/identify.ts'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { auditCsv } from '../privacy/audit-file.ts'
import { type SaveParts, saveFile } from '../privacy/save-file.ts'
import type { PrivacyChoices } from '../privacy/settings-file.ts'
import { subjectCsv, subjectJson } from '../privacy/subject-files.ts'
import type { Desk } from '../workspaces/desk.ts'
import { FORGOTTEN_SETTING } from '../workspaces/workspace-notebook.ts'

export interface PrivacyParts {
  desk: Desk
  choices: PrivacyChoices
  save: SaveParts
  /** Country of phone numbers that are written without country code. */
  region: string | undefined
  lock: () => Promise<void>
  eraseAll: () => Promise<void>
  /** What was chosen is to hold now. */
  apply: () => void
  changed: (accountIds: string[]) => void
}

/** How long `forget` waits for the files to be clean, ms; it goes on without anybody waiting. */
const PURGE_WAIT_MS = 3_000
const PURGE_LOOK_MS = 25

/** Answers whether the files are clean by the end of the wait. */
const waitForPurge = async (isPurging: () => Promise<boolean>): Promise<boolean> => {
  const end = Date.now() + PURGE_WAIT_MS
  while (await isPurging()) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, PURGE_LOOK_MS))
  }
  return true
}

export const privacyHandlers = (parts: PrivacyParts): MainHandlers['privacy'] => {
  const { desk, choices } = parts
  const openId = async (): Promise<string | null> => (await desk.state()).current
  /** First on record, then done: what cannot be recorded is not done. */
  const record = async (action: string, id: string | null): Promise<void> =>
    (await desk.current().notebook()).audit(action, id, Date.now())
  const keepHashes = async (): Promise<void> => {
    const { cache, notebook } = desk.current()
    await (await notebook()).saveSetting(FORGOTTEN_SETTING, await cache.keepForgotten())
  }
  return {
    settings: async () => choices.of(await openId()),
    saveSettings: async (settings) => {
      const id = await openId()
      choices.save(id, settings)
      parts.apply()
      if (id !== null) {
        await record('settings.changed', null)
        await desk.current().applyRetention()
      }
      return choices.of(id)
    },
    previewForget: ({ id }) => desk.current().cache.previewForget(id),
    forget: async ({ id }) => {
      const { cache, notebook } = desk.current()
      // Refused here already for an account's owner: nothing is recorded that is not done.
      await cache.previewForget(id)
      await record('person.forgotten', id)
      const named = await cache.forgetPerson(id, Date.now())
      await (await notebook()).forgetPerson(named)
      await keepHashes()
      parts.changed((await cache.accounts()).map((account) => account.id))
      return { finished: await waitForPurge(() => cache.isPurging()) }
    },
    forgotten: () => desk.current().cache.forgottenPeople(),
    allowAgain: async (who) => {
      const { cache } = desk.current()
      const { candidates } =
        'no' in who
          ? { candidates: [] }
          : identify(who.text, parts.region === undefined ? {} : { region: parts.region })
      const numbers = 'no' in who ? [who.no] : await cache.forgottenAs(candidates)
      if (numbers.length > 0) await record('person.allowed-again', null)
      const people = await cache.allowAgain(numbers)
      await keepHashes()
      return { people }
    },
    exportPerson: async ({ id, format }) => {
      const open = desk.current()
      const data = await open.cache.subjectData(id)
      const { workspaces } = await desk.state()
      const workspace = workspaces.find((one) => one.id === open.id)?.name ?? ''
      const at = Date.now()
      const content = format === 'csv' ? subjectCsv(data) : subjectJson({ workspace, exportedAt: at }, data)
      await record(`person.exported-${format}`, id)
      const kind = format === 'csv' ? 'CSV' : 'JSON'
      return { saved: await saveFile(parts.save, { name: `person-${localDay(at)}`, extension: format, kind, content }) }
    },
    audit: async ({ before }) => (await desk.current().notebook()).auditPage({ before, limit: 100, subjectId: null }),
    exportAudit: async () => {
      const content = await auditCsv(await desk.current().notebook())
      const name = `audit-log-${localDay(Date.now())}`
      return { saved: await saveFile(parts.save, { name, extension: 'csv', kind: 'CSV', content }) }
    },
    lock: async () => {
      await parts.lock()
      return desk.state()
    },
    unlock: ({ key }) => desk.reopen(key),
    eraseAll: async () => {
      await parts.eraseAll()
      return desk.state()
    },
  }
}
