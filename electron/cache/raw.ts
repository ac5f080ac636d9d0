import type { RawAnswer, RawAnswers, RawKeeping, RawSource, RawSubject } from '#shared/domain/raw.ts'
import type { AttendeeRecord, ProfileRecord, RelationRecord } from '#shared/domain/records.ts'
import type { OtherPage, SyncPage } from './cache.ts'
import { rowsOfKey } from './keys.ts'
import { POSTPRESS } from './match-keys.ts'
import type { Store } from './statements.ts'

const FACT = 'keeps-raw'

/** Whether answers are kept as received. Off until the workspace opts in. */
export const keepsRaw = (store: Store): boolean =>
  store.get<{ value: string }>('SELECT value FROM facts WHERE name = ?', FACT)?.value === '1'

export const rawKeeping = (store: Store): RawKeeping => ({
  on: keepsRaw(store),
  answers: store.get<{ n: number }>('SELECT count(*) AS n FROM raw')?.n ?? 0,
})

/** Switches keeping on or off. Off deletes everything that was kept, from the file and from its log. */
export const keepRaw = (store: Store, on: boolean): RawKeeping => {
  store.db
    .transaction(() => {
      store.run(
        'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        FACT,
        on ? '1' : '0',
      )
      if (!on) store.run('DELETE FROM raw')
    })
    .immediate()
  if (!on) store.db.pragma('wal_checkpoint(TRUNCATE)')
  return rawKeeping(store)
}

const write = (store: Store, source: RawSource, owner: string, data: string, at: number): void => {
  store.run(
    `INSERT INTO raw (source, owner, data, received_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET data = excluded.data, received_at = excluded.received_at`,
    source,
    owner,
    data,
    at,
  )
}

const ownerOfProfile = (accountId: string, provider: string, internalId: string): string =>
  `${accountId} ${provider} ${internalId}`

const saveAttendees = (store: Store, items: AttendeeRecord[], at: number): void => {
  for (const { id, raw } of items) {
    const found =
      raw === undefined ? undefined : store.get<{ row: number }>('SELECT row FROM attendees WHERE id = ?', id)
    if (found !== undefined && raw !== undefined) write(store, 'attendee', String(found.row), raw, at)
  }
}

const saveRelations = (store: Store, items: RelationRecord[], at: number): void => {
  for (const { accountId, internalId, raw } of items)
    if (raw !== undefined) write(store, 'relation', `${accountId} ${internalId}`, raw, at)
}

/** Keeps a page's items as received, when the workspace does. Part of the transaction that saves the page. */
export const saveRawPage = (store: Store, page: SyncPage): void => {
  if (!keepsRaw(store)) return
  if (page.resource === 'attendees' || page.resource === 'members') saveAttendees(store, page.items, page.at)
  if (page.resource === 'relations') saveRelations(store, page.items, page.at)
}

export const saveRawProfile = (
  store: Store,
  { accountId, provider, internalId, raw, fetchedAt }: ProfileRecord,
): void => {
  if (raw !== undefined && keepsRaw(store))
    write(store, 'profile', ownerOfProfile(accountId, provider, internalId), raw, fetchedAt)
}

const bare = <T extends { raw?: string }>({ raw: _raw, ...record }: T): Omit<T, 'raw'> => record

/** Items without their answers as received; most come without any, and are not copied. */
/** Items without what they were received as. */
export const bareItems = <T extends { raw?: string }>(items: T[]): Omit<T, 'raw'>[] =>
  items.some(({ raw }) => raw !== undefined) ? items.map(bare) : items

/** The page without its items as received: those are no part of what the cache compares and stores. */
export const withoutRaw = (page: OtherPage): OtherPage => {
  switch (page.resource) {
    case 'members':
      return { ...page, items: bareItems(page.items) }
    case 'relations':
      return { ...page, items: bareItems(page.items) }
    default:
      return page
  }
}

/** A profile without its answer as received. */
export const profileWithoutRaw = (profile: ProfileRecord): ProfileRecord => bare(profile)

const read = (store: Store, source: RawSource, owner: string): RawAnswer[] =>
  store
    .all<{ data: string; received_at: number }>(
      'SELECT data, received_at FROM raw WHERE source = ? AND owner = ?',
      source,
      owner,
    )
    .map(({ data, received_at }) => ({ source, json: data, receivedAt: received_at }))

/** Everything about one person as received; empty while nothing is kept. */
export const rawOf = (store: Store, { attendeeId, accountId, provider, internalId }: RawSubject): RawAnswers => {
  const [row] = attendeeId === null ? [] : rowsOfKey(store, { scope: POSTPRESS, value: attendeeId }, 1)
  const answers = [
    ...(row === undefined ? [] : read(store, 'attendee', String(row))),
    ...(internalId === null
      ? []
      : [
          ...read(store, 'relation', `${accountId} ${internalId}`),
          ...read(store, 'profile', ownerOfProfile(accountId, provider, internalId)),
        ]),
  ]
  return { on: keepsRaw(store), answers }
}
