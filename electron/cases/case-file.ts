import type { ExportedCase, ExportedPerson } from '#shared/cases/case-export.ts'
import { snapshotOf } from '#shared/cases/snapshot.ts'
import type { CaseFile, CaseSummary, PinnedPerson } from '#shared/domain/cases.ts'
import type { StoredCase } from '../notebook/cases.ts'
import type { StoredPin } from '../notebook/pins.ts'
import { passportOfRef, rowOfRef, type Sources } from './people.ts'

/** A stored case as the list shows it. */
export const summaryOf = ({ id, title, ticket, closedAt, people, createdAt, changedAt }: StoredCase): CaseSummary => ({
  id,
  title,
  ticket,
  status: closedAt === null ? 'open' : 'closed',
  people,
  createdAt,
  changedAt,
})

const shownPin = async (sources: Sources, { key, note, pinnedAt, ref, person }: StoredPin): Promise<PinnedPerson> => {
  const row = await rowOfRef(sources.cache, ref)
  const shown = row ?? {
    title: person.title,
    nameless: person.nameless,
    provider: person.provider,
    accountName: person.account.name,
    headline: person.headline,
  }
  const cached = row !== undefined || (await passportOfRef(sources, ref, Date.now())) !== null
  return {
    key,
    // Whoever became an attendee since, or was reconnected, is opened as the attendee they are now.
    ref: row === undefined ? ref : { kind: 'attendee', id: row.id },
    note,
    pinnedAt,
    cached,
    title: shown.title,
    nameless: shown.nameless,
    provider: shown.provider,
    accountName: shown.accountName,
    headline: shown.headline,
    summary: person.known.summary,
  }
}

/** A case with its people as they are now; as they were when they were pinned where the cache no longer has them. */
export const readCaseFile = async (sources: Sources, id: string): Promise<CaseFile> => {
  const { case: stored, pins } = await (await sources.notebook()).readCase(id)
  const pinned = await Promise.all(pins.map((pin) => shownPin(sources, pin)))
  return { ...summaryOf(stored), notes: stored.notes, pinned }
}

const exportedPerson = async (sources: Sources, pin: StoredPin, now: number): Promise<ExportedPerson> => {
  const passport = await passportOfRef(sources, pin.ref, now)
  const person = passport === null ? pin.person : snapshotOf(passport, now)
  return { note: pin.note, pinnedAt: pin.pinnedAt, cached: passport !== null, person }
}

/** Everything that an export of a case says. `now` in ms. */
export const readExportedCase = async (sources: Sources, id: string, now: number): Promise<ExportedCase> => {
  const { case: stored, pins } = await (await sources.notebook()).readCase(id)
  const { title, ticket, notes, createdAt, changedAt, closedAt } = stored
  const people = await Promise.all(pins.map((pin) => exportedPerson(sources, pin, now)))
  return { title, ticket, status: closedAt === null ? 'open' : 'closed', notes, createdAt, changedAt, people }
}
