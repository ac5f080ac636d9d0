import type { Person } from './person.ts'
import type { Store } from './statements.ts'

/** Where rows about a person are, and how they name the person. Bound values are JSON arrays. */
export interface Trace {
  /** What a person calls these rows. */
  what: string
  table: string
  where: string
}

const among = (column: string, values: 'ids' | 'keys' | 'members' | 'postpress' | 'rows'): string =>
  `${column} IN (SELECT value FROM json_each(@${values}))`

const SINGLE_CHATS = `type = 'single' AND provider = @provider AND (${among('attendee_provider_id', 'ids')} OR ${among('provider_id', 'ids')})`

/** Every table that can hold something about a person, except what hangs on the attendee's row and goes with it. */
export const TRACES: readonly Trace[] = [
  { what: 'group memberships', table: 'members', where: among('attendee_id', 'postpress') },
  { what: 'chats', table: 'chats', where: SINGLE_CHATS },
  {
    what: 'relations',
    table: 'relations',
    where: `provider = @provider AND (${among('internal_id', 'ids')} OR ${among('public_id', 'ids')} OR ${among('member_number', 'members')})`,
  },
  {
    what: 'follows',
    table: 'follows',
    where: `provider = @provider AND (${among('internal_id', 'ids')} OR ${among('public_id', 'ids')} OR ${among('member_number', 'members')})`,
  },
  {
    what: 'looked-up profiles',
    table: 'profiles',
    where: `provider = @provider AND (${among('internal_id', 'ids')} OR internal_id IN (
      SELECT internal_id FROM profile_keys WHERE provider = @provider AND ${among('match_key', 'keys')}))`,
  },
  {
    what: 'data problems',
    table: 'problems',
    where: `${among('item_id', 'ids')} OR ${among('item_id', 'postpress')}`,
  },
  { what: 'changes', table: 'changes', where: among('attendee_id', 'postpress') },
  { what: 'earlier postpress IDs', table: 'earlier_ids', where: among('row', 'rows') },
  { what: 'attendees', table: 'attendees', where: among('row', 'rows') },
]

/** The values that the conditions of `TRACES` are bound to. */
export const bindings = (person: Person, keys: string[]): Record<string, string> => ({
  provider: person.provider,
  rows: JSON.stringify(person.rows),
  postpress: JSON.stringify(person.postpressIds),
  ids: JSON.stringify(person.ids),
  members: JSON.stringify(person.memberNumbers),
  keys: JSON.stringify(keys),
})

/** The rows about a person, table by table, as they are stored. */
export const readTraces = (store: Store, values: Record<string, string>): { what: string; rows: object[] }[] =>
  TRACES.map(({ what, table, where }) => ({
    what,
    rows: store.all<object>(`SELECT * FROM ${table} WHERE ${where}`, values),
  }))
