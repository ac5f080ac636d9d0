import type { Provider } from '#shared/domain/providers.ts'
import { opaqueId } from './dice.ts'

export const ACCOUNT_TYPES = {
  linkedin: 'LINKEDIN',
  whatsapp: 'WHATSAPP',
  instagram: 'INSTAGRAM',
  telegram: 'TELEGRAM',
  x: 'TWITTER',
  messenger: 'MESSENGER',
} as const satisfies Record<Provider, string>

/** How tests name an account. */
export type AccountKey =
  | 'linkedin-recruiter'
  | 'linkedin-classic'
  | 'whatsapp'
  | 'instagram'
  | 'telegram'
  | 'x'
  | 'messenger'
  | 'whatsapp-disconnected'
  | 'mail'
  | 'unknown-type'

export interface Account {
  id: string
  key: AccountKey
  /** It was connected a second time: it and everything of it have other ids than before. */
  reconnected: boolean
  /** null: not a messaging account. */
  provider: Provider | null
  type: string
  name: string
  /** Index of the person who owns the account. */
  owner: number
  /** Source status; OK is connected. */
  status: string
  features: ('recruiter' | 'sales_navigator' | 'premium')[]
  createdAt: number
  /** Part of all attendees, in per cent. */
  share: number
  /** Part of the account's attendees that are contacts. */
  contacts: number
}

type Draft = Omit<Account, 'id' | 'createdAt' | 'type' | 'status' | 'features' | 'reconnected'> &
  Partial<Pick<Account, 'type' | 'status' | 'features'>>

const DRAFTS: readonly Draft[] = [
  {
    key: 'linkedin-recruiter',
    provider: 'linkedin',
    name: 'Ada Lindqvist',
    owner: 0,
    features: ['recruiter', 'sales_navigator', 'premium'],
    share: 34,
    contacts: 0.62,
  },
  { key: 'linkedin-classic', provider: 'linkedin', name: 'Tomás Herrera', owner: 1, share: 18, contacts: 0.6 },
  { key: 'whatsapp', provider: 'whatsapp', name: 'Ada · Support line', owner: 0, share: 15, contacts: 0.5 },
  { key: 'instagram', provider: 'instagram', name: 'tomas.herrera', owner: 1, share: 8, contacts: 0.4 },
  { key: 'telegram', provider: 'telegram', name: 'Ada Lindqvist', owner: 0, share: 10, contacts: 0.45 },
  { key: 'x', provider: 'x', name: 'ada_lindqvist', owner: 0, share: 6, contacts: 0.3 },
  { key: 'messenger', provider: 'messenger', name: 'Tomás Herrera', owner: 1, share: 4, contacts: 0.55 },
  {
    key: 'whatsapp-disconnected',
    provider: 'whatsapp',
    name: 'Tomás · Old phone',
    owner: 1,
    status: 'CREDENTIALS',
    share: 5,
    contacts: 0.5,
  },
  { key: 'mail', provider: null, type: 'GOOGLE_OAUTH', name: 'ada@northwind.example', owner: 0, share: 0, contacts: 0 },
]

/** What only newer servers report: a type and a status that older clients do not know. */
const NEWER: Draft = {
  key: 'unknown-type',
  provider: null,
  type: 'TIKTOK',
  name: 'ada.on.tiktok',
  owner: 0,
  status: 'RECONNECTING',
  share: 0,
  contacts: 0,
}

const DAY = 86_400_000

/** An id of an account or of something in it: stable per seed, another one after the account was connected again. */
export const idUnder = (seed: number, { reconnected }: Pick<Account, 'reconnected'>, kind: string, index: number) =>
  opaqueId(seed, reconnected ? `${kind}-again` : kind, index)

/** Accounts in the order in which they were connected first, ids stable per seed. */
export const createAccounts = (
  seed: number,
  now: number,
  newerServer: boolean,
  again: readonly AccountKey[] = [],
): Account[] =>
  [...DRAFTS, ...(newerServer ? [NEWER] : [])].map((draft, index) => ({
    type: draft.provider === null ? 'MAIL' : ACCOUNT_TYPES[draft.provider],
    status: 'OK',
    features: [],
    ...draft,
    reconnected: again.includes(draft.key),
    id: idUnder(seed, { reconnected: again.includes(draft.key) }, 'account', index),
    createdAt: again.includes(draft.key) ? now : now - (400 - index * 37) * DAY,
  }))
