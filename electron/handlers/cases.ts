import { randomUUID } from 'node:crypto'
import { caseJson, caseMarkdown } from '#shared/cases/case-export.ts'
import { exportFileName } from '#shared/cases/file-name.ts'
import { keyOfPerson, keysOfPassport } from '#shared/cases/person-key.ts'
import { snapshotOf } from '#shared/cases/snapshot.ts'
import type { Passport } from '#shared/domain/attendees.ts'
import { UNTITLED } from '#shared/domain/case-limits.ts'
import type { PersonRef } from '#shared/domain/cases.ts'
import { AppError } from '#shared/domain/errors.ts'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { readCaseFile, readExportedCase, summaryOf } from '../cases/case-file.ts'
import { passportOfRef } from '../cases/people.ts'
import type { Desk } from '../workspaces/desk.ts'

/** Where an export goes. */
export interface ExportTargets {
  /** Asks where and writes the file; answers with its name, null when the person changed their mind. */
  save(fileName: string, text: string): Promise<string | null>
  copy(text: string): Promise<void>
}

const cachedPassport = async (desk: Desk, person: PersonRef): Promise<Passport> => {
  const passport = await passportOfRef(desk.current(), person, Date.now())
  if (passport !== null) return passport
  throw new AppError('not-found', 'This person is no longer cached.', { advice: 'Search or resolve them again.' })
}

const pinTo = async (desk: Desk, caseId: string, person: PersonRef, passport: Passport): Promise<void> => {
  const now = Date.now()
  const notebook = await desk.current().notebook()
  const holding = await notebook.casesHolding(keysOfPassport(passport))
  // An earlier ID of somebody who is pinned already.
  if (holding.some(({ id }) => id === caseId)) return
  const ref: PersonRef = passport.attendeeId === null ? person : { kind: 'attendee', id: passport.attendeeId }
  const pin = { key: keyOfPerson(ref), ref, note: '', pinnedAt: now, person: snapshotOf(passport, now) }
  await notebook.pin(caseId, pin, now)
}

const titleOf = (typed: string): string => typed.trim() || UNTITLED

/** Cases of the open workspace: what people noted, pinned and export. */
export const caseHandlers = (desk: Desk, targets: ExportTargets): MainHandlers['cases'] => {
  const notebook = () => desk.current().notebook()
  return {
    list: async () => ({
      cases: (await (await notebook()).cases()).map(summaryOf),
      lasting: desk.current().lasting,
    }),
    read: ({ id }) => readCaseFile(desk.current(), id),
    create: async ({ title, ticket, person }) => {
      const id = randomUUID()
      const passport = person === null ? null : await cachedPassport(desk, person)
      const added = await (await notebook()).addCase({ id, title: titleOf(title), ticket: ticket.trim() }, Date.now())
      if (person !== null && passport !== null) await pinTo(desk, id, person, passport)
      return summaryOf({ ...added, people: person === null ? 0 : 1 })
    },
    rename: async ({ id, title, ticket }) =>
      summaryOf(await (await notebook()).changeCase(id, { title: titleOf(title), ticket: ticket.trim() }, Date.now())),
    setStatus: async ({ id, status }) => {
      const now = Date.now()
      return summaryOf(await (await notebook()).changeCase(id, { closedAt: status === 'open' ? null : now }, now))
    },
    editNotes: async ({ id, notes }) => summaryOf(await (await notebook()).changeCase(id, { notes }, Date.now())),
    remove: async ({ id }) => {
      const now = Date.now()
      await (await notebook()).removeCase(id, now, now)
      return null
    },
    restore: async ({ id }) => {
      await (await notebook()).removeCase(id, null, Date.now())
      return null
    },
    pin: async ({ id, person }) => {
      await pinTo(desk, id, person, await cachedPassport(desk, person))
      return null
    },
    annotate: async ({ id, key, note }) => {
      await (await notebook()).annotate(id, key, note, Date.now())
      return null
    },
    unpin: async ({ id, key }) => {
      const now = Date.now()
      await (await notebook()).removePin(id, key, now, now)
      return null
    },
    repin: async ({ id, key }) => {
      await (await notebook()).removePin(id, key, null, Date.now())
      return null
    },
    holding: async ({ person }) => {
      const passport = await passportOfRef(desk.current(), person, Date.now())
      const keys = passport === null ? [keyOfPerson(person)] : keysOfPassport(passport)
      return (await (await notebook()).casesHolding(keys)).map(({ id, title, closedAt }) => ({
        id,
        title,
        status: closedAt === null ? ('open' as const) : ('closed' as const),
      }))
    },
    export: async ({ id, format, to }) => {
      const now = Date.now()
      const exported = await readExportedCase(desk.current(), id, now)
      const text = format === 'markdown' ? caseMarkdown(exported, now) : caseJson(exported, now)
      const book = await notebook()
      if (to === 'clipboard') {
        await targets.copy(text)
        await book.audit('case.copied', id, Date.now())
        return { done: 'copied', fileName: null }
      }
      const fileName = await targets.save(exportFileName(exported.title, format), text)
      if (fileName === null) return { done: 'nothing', fileName: null }
      await book.audit('case.exported', id, Date.now())
      return { done: 'saved', fileName }
    },
  }
}
