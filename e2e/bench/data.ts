import { COMPANIES, EMOJI, ROLES } from '../../electron/postpress/simulator/world/companies.ts'
import { createDice, type Dice, opaqueId } from '../../electron/postpress/simulator/world/dice.ts'
import { slugOf } from '../../electron/postpress/simulator/world/handles.ts'
import { linkedinId } from '../../electron/postpress/simulator/world/linkedin-id.ts'
import { CULTURES, type Culture } from '../../electron/postpress/simulator/world/names.ts'
import type { Provider } from '../../shared/domain/providers.ts'
import type { AccountRecord, AttendeeRecord, ChatRecord, IdentifierFact } from '../../shared/domain/records.ts'

/** A big workspace: the same rows for the same numbers, on every machine. Row n needs no other row. */
const SEED = 20_261_124

/** Accounts and how many of a hundred attendees each one has. */
const PLAN: [provider: Provider, name: string, share: number][] = [
  ['linkedin', 'Ada Lindqvist', 25],
  ['linkedin', 'Tomás Herrera', 17],
  ['whatsapp', 'Support line', 15],
  ['whatsapp', 'Sales line', 11],
  ['instagram', 'postpress', 10],
  ['telegram', 'Community', 9],
  ['messenger', 'postpress', 8],
  ['x', '@postpressApp', 5],
]

const accountId = (index: number): string => opaqueId(SEED, 'bench account', index)

export const accounts: AccountRecord[] = PLAN.map(([provider, name], index) => ({
  id: accountId(index),
  provider,
  type: provider.toUpperCase(),
  name,
  health: 'ok',
  sources: [],
  products: provider === 'linkedin' ? ['classic'] : [],
  ownerInternalId: null,
  ownerPublicId: null,
  ownerPhone: null,
  createdAt: null,
}))

const SHARES = PLAN.flatMap(([, , share], index) => Array.from({ length: share }, () => index))
const WEIGHTS = CULTURES.flatMap((culture) => Array.from({ length: culture.weight }, () => culture))

/** Names are `native/latin` in scripts other than Latin. */
const native = (word: string): string => word.replace('-', ' ').split('/')[0] ?? word
const latin = (word: string): string => (word.split('/')[1] ?? word).normalize('NFKD').replace(/\p{M}/gu, '')

/** Two of three family names are made of two others: a million people do not share four hundred. */
const familyName = (dice: Dice, culture: Culture): string => {
  const name = dice.pick(culture.last)
  if (culture.familyFirst === true || name.includes('/') || dice.chance(0.35)) return name
  const other = dice.pick(culture.last)
  return dice.chance(0.1) ? `${name}-${other}` : `${name.slice(0, 1 + dice.below(5))}${other.slice(2 + dice.below(2))}`
}

interface Person {
  name: string
  slug: string
  handle: string
  phone: string
}

const personAt = (dice: Dice, index: number): Person => {
  const culture = dice.pick(WEIGHTS)
  const [first, last] = [dice.pick(culture.first), familyName(dice, culture)]
  const own = culture.familyFirst === true ? `${native(last)}${native(first)}` : `${native(first)} ${native(last)}`
  const letters = (word: string): string =>
    latin(word)
      .toLowerCase()
      .replace(/[^a-z]/g, '')
  return {
    name: dice.chance(0.04) ? `${own} ${dice.pick(EMOJI)}` : own,
    slug: `${slugOf(latin(first))}-${slugOf(latin(last))}-${index.toString(36)}`,
    handle: `${letters(first)}${letters(last).slice(0, 8)}${index.toString(36)}`,
    phone: `${dice.pick(['33', '44', '49', '1', '55', '91', '971'])}${6 + dice.below(3)}${String((index * 7_919) % 100_000_000).padStart(8, '0')}`,
  }
}

const numeric = (dice: Dice, digits: number): string => `${1 + dice.below(9)}${dice.digits(digits - 1)}`

interface Identity {
  providerId: string
  facts: IdentifierFact[]
}

const fact = (kind: IdentifierFact['kind'], value: string, rest: Partial<IdentifierFact> = {}): IdentifierFact => ({
  kind,
  value,
  source: 'attendee',
  ...rest,
})

const IDENTITIES: Record<Provider, (dice: Dice, person: Person, index: number) => Identity> = {
  linkedin: (_dice, { slug }, index) => {
    const member = 4_000_000 + index * 37
    const id = linkedinId(SEED, member, 'classic')
    return {
      providerId: id,
      facts: [
        fact('internal', id, { product: 'classic' }),
        fact('public', slug),
        fact('member-number', String(member), { source: 'derived' }),
      ],
    }
  },
  whatsapp: (dice, { phone }) => {
    const lid = `${numeric(dice, 15)}@lid`
    return { providerId: lid, facts: [fact('internal', lid), fact('public', `${phone}@s.whatsapp.net`)] }
  },
  instagram: (dice, { handle }) => {
    const id = `1784140${dice.digits(10)}`
    return { providerId: id, facts: [fact('internal', id), fact('public', handle)] }
  },
  telegram: (dice, { handle, phone }) => {
    const id = numeric(dice, 10)
    return { providerId: id, facts: [fact('internal', id), fact('username', handle), fact('public', phone)] }
  },
  messenger: (dice, { handle }) => {
    const id = `1000${dice.digits(11)}`
    return { providerId: id, facts: [fact('internal', id), fact('public', handle)] }
  },
  x: (dice, { handle }) => {
    const id = `1${dice.digits(18)}`
    return { providerId: id, facts: [fact('internal', id), fact('public', handle)] }
  },
}

/** Attendee number `index`. `version` makes another headline, for measuring changes. */
export const attendeeAt = (index: number, version = 0): AttendeeRecord => {
  const dice = createDice(SEED, 'bench attendee', index)
  const account = SHARES[dice.below(SHARES.length)] ?? 0
  const provider = PLAN[account]?.[0] ?? 'linkedin'
  const person = personAt(dice, index)
  const { providerId, facts } = IDENTITIES[provider](dice, person, index)
  const work = `${dice.pick(ROLES)} · ${dice.pick(COMPANIES).name}`
  return {
    id: opaqueId(SEED, 'bench', index),
    accountId: accountId(account),
    provider,
    providerId,
    name: dice.chance(0.02) ? '' : person.name,
    isSelf: false,
    hidden: false,
    headline: provider === 'linkedin' ? `${work}${version === 0 ? '' : ` (${version})`}` : null,
    location: null,
    profileUrl: null,
    networkDistance: version === 0 ? null : `DISTANCE_${version + 1}`,
    contact: dice.chance(0.4) ? { source: 'attendee', evidence: 'contact: true' } : null,
    phoneHidden: false,
    identifiers: facts,
  }
}

/** The last day that anything happened on. */
const NEWEST = Date.UTC(2026, 10, 20)
const DAY_MS = 86_400_000

/** The chat with attendee number `index`, over the last three years. */
export const chatAt = (index: number): ChatRecord => {
  const { id, accountId: account, provider, providerId } = attendeeAt(index)
  const dice = createDice(SEED, 'bench chat', index)
  return {
    id: `chat-${id}`,
    accountId: account,
    provider,
    providerId: `chat-${id}`,
    type: 'single',
    name: null,
    attendeeProviderId: providerId,
    lastMessageAt: NEWEST - dice.below(1_000) * DAY_MS - dice.below(DAY_MS),
    unreadCount: 0,
    archived: false,
    readOnly: false,
  }
}
