import type { Elsewhere, Passport } from '#shared/domain/attendees.ts'
import type { Checkpoint } from '../cache.ts'
import { unpackIdentifiers } from '../identifiers.ts'
import { type AttendeeData, SELECT_ATTENDEE } from '../rows.ts'
import type { Store } from '../statements.ts'
import { accountOf } from './facts-of.ts'
import { knownOf } from './known-of.ts'

/** More accounts than this are found under "Same person elsewhere". */
const MOST = 6

/**
 * The other accounts of the provider that know the person, each with its own reasons. Only links that are certain: a
 * picture that joins accounts says that it is one person.
 */
export const alsoThrough = (
  store: Store,
  provider: Passport['provider'],
  elsewhere: Elsewhere[],
  checkpoints: Checkpoint[],
): Passport['alsoThrough'] =>
  elsewhere
    .filter(({ row, certainty }) => certainty === 'certain' && row.provider === provider && !row.isSelf)
    .slice(0, MOST)
    .flatMap(({ row, evidence }) => {
      const data = store.get<AttendeeData>(`${SELECT_ATTENDEE} WHERE a.id = ?`, row.id)
      if (data === undefined) return []
      const account = accountOf(store, data.account_id)
      const { known, groups } = knownOf(store, data, unpackIdentifiers(data.identifiers), account.name, checkpoints)
      if (known.state !== 'known') return []
      const names = groups.map(({ id, name }) => ({ id, name: name ?? '' }))
      return [{ attendeeId: row.id, account, evidence, reasons: known.reasons, groups: names }]
    })
