import type { AttendeeRecord, IdentifierKind } from '#shared/domain/records.ts'
import { fold } from '#shared/text/fold.ts'
import { titleOf } from './title.ts'

const MOST_SORTED = 120

/** Orders by the folded title; attendees without a name come last. */
const sortTitleOf = (title: string, nameless: boolean): string =>
  `${nameless ? '\uffff' : ''}${fold(title).slice(0, MOST_SORTED).toWellFormed()}` || '\uffff'

/** The first two characters: what letters and positions are counted by. */
export const initialOf = (sortTitle: string): string => [...sortTitle.slice(0, 4)].slice(0, 2).join('')

const firstValue = (attendee: AttendeeRecord, ...kinds: IdentifierKind[]): string | null =>
  attendee.identifiers.find(({ kind }) => kinds.includes(kind))?.value ?? null

/** An attendee's own columns, as bound by name. */
export const columnsOf = (attendee: AttendeeRecord) => {
  const { title, nameless } = titleOf(attendee)
  return {
    id: attendee.id,
    account_id: attendee.accountId,
    provider: attendee.provider,
    provider_id: attendee.providerId,
    name: attendee.name,
    title,
    sort_title: sortTitleOf(title, nameless),
    nameless: nameless ? 1 : 0,
    public_id: firstValue(attendee, 'public', 'username'),
    member_number: firstValue(attendee, 'member-number'),
    headline: attendee.headline,
    location: attendee.location,
    profile_url: attendee.profileUrl,
    network_distance: attendee.networkDistance,
    is_self: attendee.isSelf ? 1 : 0,
    hidden: attendee.hidden ? 1 : 0,
    phone_hidden: attendee.phoneHidden ? 1 : 0,
    contact_source: attendee.contact?.source ?? null,
    contact_evidence: attendee.contact?.evidence ?? null,
  }
}

const COLUMNS = [
  'id',
  'account_id',
  'provider',
  'provider_id',
  'name',
  'title',
  'sort_title',
  'nameless',
  'public_id',
  'member_number',
  'headline',
  'location',
  'profile_url',
  'network_distance',
  'is_self',
  'hidden',
  'phone_hidden',
  'contact_source',
  'contact_evidence',
] as const

/** Bound by position, which is twice as fast as by name: `insertedValues`, list number, first seen, identifiers. */
export const INSERT_ATTENDEE = `INSERT INTO attendees (${COLUMNS.join(', ')}, list_no, first_seen_at, identifiers)
  VALUES (${COLUMNS.map(() => '?').join(', ')}, ?, ?, ?)`

export const insertedValues = (columns: ReturnType<typeof columnsOf>): unknown[] => COLUMNS.map((name) => columns[name])

/** What a payload leaves out stays as it was. */
export const UPDATE_ATTENDEE = `
UPDATE attendees SET provider_id = @provider_id, name = @name, title = @title, sort_title = @sort_title,
  nameless = @nameless, public_id = coalesce(@public_id, public_id), member_number = coalesce(@member_number, member_number),
  headline = coalesce(@headline, headline), location = coalesce(@location, location),
  profile_url = coalesce(@profile_url, profile_url), network_distance = coalesce(@network_distance, network_distance),
  is_self = @is_self, hidden = @hidden, phone_hidden = @phone_hidden, contact_source = @contact_source,
  contact_evidence = @contact_evidence, identifiers = @identifiers
WHERE row = @row`
