import type { Reply } from '../reply.ts'
import { createDice } from '../world/dice.ts'
import type { Exchange, FaultKind } from './kinds.ts'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const bodyOf = (reply: Reply): Fields | null =>
  reply.status === 200 && 'json' in reply && isFields(reply.json) ? reply.json : null

const EVERY = { about: 'every n-th item', usual: 3 }

/** Spoils every n-th item of a list, or a single answer. */
const spoil =
  (change: (item: Fields, exchange: Exchange) => Fields) =>
  (reply: Reply, exchange: Exchange): Reply => {
    const body = bodyOf(reply)
    if (body === null) return reply
    const items = body['items']
    if (!Array.isArray(items)) return { ...reply, json: change(body, exchange) }
    const every = Math.max(1, exchange.argument)
    const spoiled = items.map((item: unknown, at) =>
      at % every === 0 && isFields(item) ? change(item, exchange) : item,
    )
    return { ...reply, json: { ...body, items: spoiled } }
  }

const NAMES = ['name', 'full_name', 'first_name', 'last_name'] as const

const named =
  (name: string | null | undefined) =>
  (item: Fields): Fields => {
    const own = NAMES.filter((field) => field in item)
    const others = Object.fromEntries(Object.entries(item).filter(([field]) => !own.some((one) => one === field)))
    return name === undefined ? others : { ...others, ...Object.fromEntries(own.map((field) => [field, name])) }
  }

const nameFault = (about: string, name: string | null | undefined): FaultKind => ({
  about,
  argument: EVERY,
  edit: spoil(named(name)),
})

const digitsOf = (text: unknown): string => String(text).replace(/\D/g, '')

/** What WhatsApp's lists hold beside people. */
const NOT_PEOPLE = ['120363041234567890@g.us', '120363049876543210@newsletter', 'status@broadcast']

const withNotPeople = (reply: Reply): Reply => {
  const body = bodyOf(reply)
  const items = body?.['items']
  if (body === null || !Array.isArray(items) || !isFields(items[0])) return reply
  const { account_id } = items[0]
  const extra = NOT_PEOPLE.map((provider_id) => ({
    object: 'ChatAttendee',
    id: createDice(7, 'not-people', String(account_id), provider_id).bytes(16).toString('base64url'),
    account_id,
    provider_id,
    name: '',
    is_self: 0,
  }))
  return { ...reply, json: { ...body, items: [...items, ...extra] } }
}

const onWhatsapp = (change: (item: Fields) => Fields) =>
  spoil((item) => (String(item['provider_id']).endsWith('@s.whatsapp.net') ? change(item) : item))

/** A number that JavaScript cannot hold: it has to be written as text, after everything else became JSON. */
const withBareNumber = (reply: Reply): Reply => {
  const body = bodyOf(reply)
  if (body === null || !('pk' in body)) return reply
  const text = JSON.stringify({ ...body, pk: '@' }).replace('"@"', '9007199254740993123')
  return { status: 200, headers: { 'content-type': 'application/json' }, bytes: Buffer.from(text) }
}

const unknownFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unknownFields)
  if (!isFields(value)) return value
  const known = Object.entries(value).map(([name, inner]) => [name, unknownFields(inner)])
  return { ...Object.fromEntries(known), x_unknown: { deep: [1, null, 'text'] } }
}

const LISTS = ['attendees', 'members'] as const

/** Faults of what an answer says. */
export const CONTENT_FAULTS = {
  'name-empty': nameFault('names that are empty', ''),
  'name-blank': nameFault('names of blanks only', ' \u00a0\t '),
  'name-rtl': nameFault('names written from right to left, with direction marks', '\u202eمحمد الأمين\u202c'),
  'name-emoji': nameFault('names of joined emoji', '👩‍👩‍👧‍👦🏳️‍🌈'),
  'name-long': nameFault('names of 300 characters', 'Wolfeschlegelsteinhausen '.repeat(12)),
  'name-null-text': nameFault('names that read "null"', 'null'),
  'name-null': nameFault('names that are null', null),
  'name-missing': nameFault('no name field', undefined),
  'public-id-null': {
    about: 'public ids that are null',
    argument: EVERY,
    edit: spoil((item) => ('public_identifier' in item ? { ...item, public_identifier: null } : item)),
  },
  'specifics-missing': {
    about: 'attendees without specifics',
    argument: EVERY,
    routes: LISTS,
    edit: spoil((item) => Object.fromEntries(Object.entries(item).filter(([field]) => field !== 'specifics'))),
  },
  'specifics-unknown': {
    about: 'attendees with specifics of an unknown provider',
    argument: EVERY,
    routes: LISTS,
    edit: spoil((item) => ({ ...item, specifics: { provider: 'FUTURE', shape: [1, 2] } })),
  },
  'phone-hidden': {
    about: 'WhatsApp attendees whose phone number is hidden',
    argument: EVERY,
    routes: LISTS,
    edit: onWhatsapp((item) => ({ ...item, specifics: { provider: 'WHATSAPP', phone_number: 'hidden' } })),
  },
  'jid-to-lid': {
    about: 'WhatsApp attendees under their @lid in place of their phone number',
    argument: EVERY,
    routes: LISTS,
    edit: onWhatsapp((item) => {
      const lid = `${digitsOf(item['provider_id']).split('').reverse().join('')}7@lid`
      const phone_number = `+${digitsOf(item['provider_id'])}`
      return { ...item, provider_id: lid, specifics: { provider: 'WHATSAPP', phone_number, lid } }
    }),
  },
  'device-suffix': {
    about: 'WhatsApp ids with the number of a device',
    argument: EVERY,
    routes: LISTS,
    edit: onWhatsapp((item) => ({ ...item, provider_id: String(item['provider_id']).replace('@', ':12@') })),
  },
  'not-people': {
    about: 'groups, newsletters and the status among the attendees',
    routes: ['attendees'],
    edit: withNotPeople,
  },
  'item-without-id': {
    about: 'items without an id',
    argument: EVERY,
    edit: spoil(({ id: _id, member_id: _memberId, member_urn: _urn, ...others }) => others),
  },
  'item-malformed': {
    about: 'items whose fields have other types',
    argument: EVERY,
    routes: LISTS,
    edit: spoil((item) => ({ ...item, provider_id: { nested: true } })),
  },
  'throttled-sections': {
    about: 'a LinkedIn profile whose sections LinkedIn withheld',
    routes: ['profile'],
    edit: spoil((item) =>
      item['provider'] === 'LINKEDIN' ? { ...item, websites: [], throttled_sections: ['experience', 'skills'] } : item,
    ),
  },
  'pk-number': { about: 'an Instagram `pk` as a bare number beyond 2^53', routes: ['profile'], edit: withBareNumber },
  'unknown-fields': {
    about: 'fields that nobody documented, everywhere',
    edit: (reply: Reply) => (bodyOf(reply) === null ? reply : { ...reply, json: unknownFields(bodyOf(reply)) }),
  },
  'error-without-type': {
    about: 'a 400 whose body names no type',
    instead: () => ({ status: 400, headers: {}, json: { message: 'Something went wrong' } }),
  },
} as const satisfies Record<string, FaultKind>
