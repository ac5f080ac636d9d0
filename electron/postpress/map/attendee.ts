import type { Provider } from '#shared/domain/providers.ts'
import type { AttendeeRecord, ContactFact } from '#shared/domain/records.ts'
import type { WireAttendee, WireSpecifics } from '../wire/attendee.ts'
import type { Mapped } from '../wire/list.ts'
import { addEmails, addFact, addHandle, addPhones, type Facts, linkOn, onlySegment, webLink } from './facts.ts'
import { addLinkedinId, addLinkedinLink, addLinkedinPublicId, addLinkedinUrn } from './linkedin-facts.ts'
import { addTelegramLink, addTelegramName } from './telegram-facts.ts'
import { addJid, addWhatsappPhone, readJid } from './whatsapp-jid.ts'

/** The account whose list an item came from: items do not name their provider. */
export interface AccountRef {
  id: string
  provider: Provider
}

type Collect = (facts: Facts, wire: WireAttendee, specifics: WireSpecifics | null) => void

const addNamed =
  (hosts: string[]): Collect =>
  (facts, wire, specifics) => {
    addFact(facts, { kind: 'internal', value: wire.provider_id, source: 'attendee' })
    const link = onlySegment(linkOn(wire.profile_url, hosts))
    const linked = link !== null && /^[\w.]+$/.test(link) && !link.endsWith('.php') ? link : null
    for (const name of [wire.public_identifier, specifics?.public_identifier, specifics?.username, linked]) {
      // facebook.com/<number> and newer servers repeat the internal id: a number is a name nowhere that it is also the id.
      if (name != null && name !== wire.provider_id) addHandle(facts, 'public', name, 'attendee')
    }
  }

const COLLECT: Record<Provider, Collect> = {
  linkedin: (facts, wire, specifics) => {
    addLinkedinUrn(facts, specifics?.member_urn ?? null, 'attendee')
    addLinkedinId(facts, wire.provider_id, 'attendee')
    addLinkedinPublicId(facts, wire.public_identifier, 'attendee')
    addLinkedinLink(facts, wire.profile_url, 'attendee')
    addEmails(facts, specifics?.contact_info?.emails ?? [], 'attendee')
    addPhones(facts, specifics?.contact_info?.phone_numbers ?? [], 'attendee')
  },
  whatsapp: (facts, wire, specifics) => {
    addJid(facts, wire.provider_id, 'attendee')
    if (specifics?.lid != null) addJid(facts, specifics.lid, 'attendee')
    addWhatsappPhone(facts, specifics?.phone_number ?? null, 'attendee')
    if (wire.public_identifier !== null) addJid(facts, wire.public_identifier, 'attendee')
    // A server whose id form is new to this version: kept as received, so that it is found again.
    if (facts.size === 0) addFact(facts, { kind: 'internal', value: wire.provider_id, source: 'attendee' })
  },
  instagram: addNamed(['instagram.com']),
  telegram: (facts, wire, specifics) => {
    addFact(facts, { kind: 'internal', value: wire.provider_id, source: 'attendee' })
    addTelegramName(facts, wire.public_identifier, 'attendee')
    addTelegramName(facts, specifics?.username ?? null, 'attendee')
    addTelegramName(facts, specifics?.phone_number ?? null, 'attendee')
    addTelegramLink(facts, wire.profile_url, 'attendee')
  },
  x: addNamed(['x.com', 'twitter.com']),
  messenger: addNamed(['facebook.com', 'fb.com', 'm.me']),
}

/**
 * Contact evidence in the attendee itself. Instagram counts only when both follow each other: following alone is
 * one-sided (anybody can follow a public user), mutual followers write to each other without a request.
 */
const contactOf = (provider: Provider, specifics: WireSpecifics | null): ContactFact | null => {
  const fact = (evidence: string): ContactFact => ({ source: 'attendee', evidence })
  if (specifics === null) return null
  if (provider === 'linkedin' && specifics.network_distance === 'DISTANCE_1') return fact('network distance DISTANCE_1')
  if (provider === 'telegram' && specifics.mutual_contact === true) return fact('mutual contact: true')
  if (provider === 'telegram' && specifics.contact === true) return fact('contact: true')
  const status = specifics.relationship_status
  return provider === 'instagram' && status?.following === true && status.followed_by === true
    ? fact('this account and the person follow each other')
    : null
}

/** Why an item is no person of this account; null when it is one. */
const refuse = (wire: WireAttendee, account: AccountRef): string | null => {
  if (wire.account_id !== null && wire.account_id !== account.id) return 'Belongs to another account'
  const jid = account.provider === 'whatsapp' ? readJid(wire.provider_id) : null
  return jid?.kind === 'not-a-user' ? `Not a user: WhatsApp ${jid.what}` : null
}

/** An attendee of `account` from its payload; groups, channels and broadcasts among WhatsApp's are no persons. */
export const mapAttendee = (wire: WireAttendee, account: AccountRef): Mapped<AttendeeRecord> => {
  const refused = refuse(wire, account)
  if (refused !== null) return { reason: refused }
  const { provider } = account
  const { specifics } = wire
  const facts: Facts = new Map()
  COLLECT[provider](facts, wire, specifics)
  return {
    record: {
      id: wire.id,
      accountId: account.id,
      provider,
      providerId: wire.provider_id,
      name: wire.name,
      isSelf: wire.is_self === true || specifics?.network_distance === 'SELF',
      hidden: wire.hidden === true,
      headline: specifics?.headline ?? specifics?.occupation ?? null,
      location: specifics?.location ?? null,
      profileUrl: webLink(wire.profile_url),
      networkDistance: specifics?.network_distance ?? null,
      contact: contactOf(provider, specifics),
      phoneHidden: provider === 'whatsapp' && specifics?.phone_number?.toLowerCase() === 'hidden',
      identifiers: [...facts.values()],
    },
  }
}
