import { keysOfPassport } from '#shared/cases/person-key.ts'
import type { AttendeeRow, Elsewhere, Passport } from '#shared/domain/attendees.ts'
import type { PersonRef } from '#shared/domain/cases.ts'
import { AppError } from '#shared/domain/errors.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { Cache } from '../cache/cache.ts'
import type { StoredLink } from '../notebook/links.ts'
import type { Notebook } from '../notebook/notebook.ts'
import { profileOfRelation } from '../resolve/relation-profile.ts'

/** The open workspace, as far as notes about people need it. */
export interface Sources {
  cache: Cache
  /** Rejects with `storage` while the notebook cannot be opened. */
  notebook(): Promise<Notebook>
}

const exactly = (provider: Candidate['provider'], kind: Candidate['kind'], value: string): Candidate => ({
  provider,
  kind,
  value,
  display: value,
  certainty: 'certain',
  why: 'It was noted like this.',
})

/** The attendee with this postpress ID, also when it had it before; undefined when they are not cached. */
const attendeeRow = async (cache: Cache, id: string): Promise<AttendeeRow | undefined> =>
  (await cache.findAttendees(exactly('postpress', 'attendee-id', id), null))[0]

/** The cached attendee whom a reference means; undefined: nobody cached, or a user who is none. */
export const rowOfRef = async (cache: Cache, ref: PersonRef): Promise<AttendeeRow | undefined> => {
  if (ref.kind === 'attendee') return attendeeRow(cache, ref.id)
  return (await cache.findAttendees(exactly(ref.provider, 'internal', ref.internalId), ref.accountId))[0]
}

const unknownUser = async (cache: Cache, ref: PersonRef, now: number): Promise<Passport | null> => {
  if (ref.kind === 'attendee') return null
  const candidate = exactly(ref.provider, 'internal', ref.internalId)
  const { profile, relation } = await cache.findAcquaintance(candidate, ref.accountId)
  if (profile !== null) return cache.unknownPassport(profile)
  return relation === null ? null : cache.unknownPassport(profileOfRelation(relation, now))
}

/** Everything cached about whom a reference means; null when that is nothing. `now` in ms. */
export const passportOfRef = async (sources: Sources, ref: PersonRef, now: number): Promise<Passport | null> => {
  const { cache } = sources
  const row = await rowOfRef(cache, ref)
  const passport = row === undefined ? await unknownUser(cache, ref, now) : await cache.passport(row.id)
  return passport === null ? null : withVerdicts(sources, passport)
}

/** Null while the notebook cannot be opened: the cache still browses, and why was told when it was tried. */
const openNotebook = async ({ notebook }: Sources): Promise<Notebook | null> => {
  try {
    return await notebook()
  } catch (error) {
    if (error instanceof AppError && error.failure.kind === 'storage') return null
    throw error
  }
}

/** People who were confirmed to be the same although nothing cached speaks for it any more. */
const confirmedOnly = async (cache: Cache, links: [key: string, link: StoredLink][]): Promise<Elsewhere[]> => {
  const found = await Promise.all(
    links.map(async ([key, link]): Promise<Elsewhere[]> => {
      const row = await attendeeRow(cache, key)
      if (row === undefined) return []
      const why = 'What spoke for it is no longer cached.'
      const { verdict, decidedAt, evidence } = link
      return [{ row, earlierIds: [], evidence, certainty: 'possible', why, verdict, decidedAt }]
    }),
  )
  return found.flat()
}

/** The passport with what was decided about each link to other attendees. */
export const withVerdicts = async (sources: Sources, passport: Passport): Promise<Passport> => {
  const keys = keysOfPassport(passport)
  const decided = new Map<string, StoredLink>()
  const notebook = await openNotebook(sources)
  for (const link of (await notebook?.links(keys)) ?? [])
    decided.set(keys.includes(link.one) ? link.other : link.one, link)
  if (decided.size === 0) return passport
  const elsewhere = passport.elsewhere.map((other): Elsewhere => {
    const key = [other.row.id, ...other.earlierIds].find((id) => decided.has(id))
    const link = key === undefined ? undefined : decided.get(key)
    if (key === undefined || link === undefined) return other
    decided.delete(key)
    return { ...other, verdict: link.verdict, decidedAt: link.decidedAt }
  })
  const left = [...decided].filter(([, link]) => link.verdict === 'confirmed')
  return { ...passport, elsewhere: [...elsewhere, ...(await confirmedOnly(sources.cache, left))] }
}
