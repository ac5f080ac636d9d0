import { whatsappPublic } from './candidate.ts'
import type { Link } from './link.ts'
import type { Reading } from './linkedin.ts'
import { readPhone } from './phones.ts'
import type { Candidate } from './types.ts'

const JID = /^\+?(\d{1,25})(?:[-.]\d{1,25})?(?:_\d{1,5})?(?::\d{1,5})?$/
const PHONE_DIGITS = /^\+?(\d{5,20})(?:[._]\d{1,5})?(?::\d{1,5})?$/

const opaque = (kind: Candidate['kind'], value: string, why: string): Candidate => ({
  provider: 'whatsapp',
  kind,
  value,
  display: value,
  certainty: 'certain',
  why,
})

/** Reads `user[.agent][:device]@server`; null when the server is none of WhatsApp's. */
export const readJid = (text: string): Reading | null => {
  const at = text.lastIndexOf('@')
  if (at < 0) return null
  const user = text.slice(0, at)
  const bare = /^(\d{1,25})/.exec(user.replace(/^\+/, ''))?.[1] ?? ''
  switch (text.slice(at + 1).toLowerCase()) {
    case 's.whatsapp.net':
    case 'c.us': {
      const digits = PHONE_DIGITS.exec(user)?.[1]
      if (digits === undefined) return 'not-an-identifier'
      return [whatsappPublic(digits, 'certain', 'The suffix is that of a WhatsApp phone id.')]
    }
    case 'lid':
    case 'hosted.lid':
      if (!JID.test(user)) return 'not-an-identifier'
      return [
        opaque(
          'internal',
          `${bare}@lid`,
          'The suffix @lid marks a WhatsApp internal id: opaque digits, never a phone.',
        ),
      ]
    case 'g.us': {
      const group = /^\d{5,25}(?:-\d{5,25})?$/.exec(user)?.[0]
      return group === undefined
        ? 'not-an-identifier'
        : [opaque('group', `${group}@g.us`, 'The suffix @g.us marks a WhatsApp group, not a user.')]
    }
    case 'newsletter':
      if (!JID.test(user)) return 'not-an-identifier'
      return [opaque('channel', `${bare}@newsletter`, 'The suffix @newsletter marks a WhatsApp channel, not a user.')]
    case 'broadcast':
      return 'not-a-user'
    default:
      return null
  }
}

/** A phone number as links carry it: digits, maybe with + and punctuation, always international. */
export const readLinkPhone = (text: string): string | null => {
  const digits = text.replace(/[^\d]/g, '').replace(/^00/, '')
  if (digits === '' || !/^[+\d\s().-]+$/.test(text)) return null
  const phone = readPhone(`+${digits}`)
  return phone.kind === 'phone' ? phone.e164 : null
}

const ofPhone = (text: string): Reading => {
  const e164 = readLinkPhone(text)
  return e164 === null
    ? 'phone-invalid'
    : [whatsappPublic(e164.slice(1), 'certain', 'A WhatsApp link to this phone number.', e164)]
}

const ofQuery = (query: Map<string, string>): Reading => {
  const phone = query.get('phone')
  return phone === undefined || phone.trim() === '' ? 'link-without-number' : ofPhone(phone)
}

export const isWhatsappHost = (host: string): boolean =>
  [
    'wa.me',
    'www.wa.me',
    'whatsapp.com',
    'www.whatsapp.com',
    'api.whatsapp.com',
    'web.whatsapp.com',
    'chat.whatsapp.com',
    'v.whatsapp.com',
  ].includes(host)

/** Reads a link on a WhatsApp host. */
export const readWhatsappLink = (link: Link): Reading => {
  const [first, second] = link.path
  const area = first?.toLowerCase()
  if (link.host === 'chat.whatsapp.com') return 'invite-link'
  if (link.host === 'wa.me' || link.host === 'www.wa.me') {
    if (area === 'message' || area === 'qr') return 'link-without-number'
    if (area === undefined) return ofQuery(link.query)
    return /^[+\d\s().-]+$/.test(first ?? '') ? ofPhone(first ?? '') : 'not-a-profile-link'
  }
  if (area === 'message' || area === 'qr') return 'link-without-number'
  if (area === 'send') return ofQuery(link.query)
  if (area === 'channel' || area === 'invite') return second === undefined ? 'not-a-profile-link' : 'invite-link'
  return 'not-a-profile-link'
}

/** `whatsapp://send?phone=` */
export const readWhatsappScheme = (rest: string, query: Map<string, string>): Reading =>
  /^\/{0,2}send\/?(?:\?|$)/i.test(rest)
    ? ofQuery(query)
    : /^\/{0,2}chat/i.test(rest)
      ? 'invite-link'
      : 'not-a-profile-link'
