import { numericId, telegramPublic, userName } from './candidate.ts'
import type { Link } from './link.ts'
import type { Reading } from './linkedin.ts'
import { readLinkPhone } from './whatsapp.ts'

/** 4 (collectible) or 5 to 32 letters, digits, underscores, starting with a letter. */
const NAME = /^[A-Za-z][A-Za-z0-9_]{3,31}$/
const HOSTS = ['t.me', 'telegram.me', 'telegram.dog']
const NOT_NAMES = new Set([
  'share',
  'addstickers',
  'addemoji',
  'addtheme',
  'addlist',
  'proxy',
  'socks',
  'setlanguage',
  'login',
  'confirmphone',
  'iv',
  'bg',
  'boost',
  'contact',
  'invoice',
  'giftcode',
])
/** Telegram user ids fit in 40 bits. */
const LARGEST = 2 ** 40

export const isTelegramHost = (host: string): boolean =>
  HOSTS.includes(host.replace(/^www\./, '')) || (host.endsWith('.t.me') && host !== '.t.me')

export const isTelegramName = (text: string): boolean => NAME.test(text) && !NOT_NAMES.has(text.toLowerCase())
export const isTelegramId = (text: string): boolean =>
  /^\d{1,13}$/.test(text) && Number(text) > 0 && Number(text) < LARGEST

const named = (name: string): Reading =>
  isTelegramName(name)
    ? [userName('telegram', name, 'certain', 'A Telegram link: it holds the username.')]
    : 'not-a-profile-link'

const ofPhone = (text: string): Reading => {
  const e164 = readLinkPhone(text)
  return e164 === null
    ? 'phone-invalid'
    : [telegramPublic(e164.slice(1), 'certain', 'A Telegram link to this phone number.')]
}

/** Reads a link on a Telegram host. */
export const readTelegramLink = (link: Link): Reading => {
  if (link.host.endsWith('.t.me') && link.host !== 'www.t.me') return named(link.host.slice(0, -'.t.me'.length))
  const [first, second] = link.path
  if (first === undefined) return 'not-a-profile-link'
  const text = first.startsWith(' ') ? `+${first.slice(1)}` : first
  if (text.startsWith('+')) return /^\+[\d\s().-]{5,}$/.test(text) ? ofPhone(text) : 'invite-link'
  const area = text.toLowerCase()
  if (area === 'joinchat') return 'invite-link'
  if (area === 'c') return 'private-channel'
  if (area === 's') return second === undefined ? 'not-a-profile-link' : named(second)
  return named(text.replace(/^@/, ''))
}

/** `tg://resolve?domain=|phone=`, `tg://user?id=`, `tg://join?invite=`, `tg://privatepost?...` */
export const readTelegramScheme = (rest: string, query: Map<string, string>): Reading => {
  const action = /^\/{0,2}([a-z]{2,30})/i.exec(rest)?.[1]?.toLowerCase()
  if (action === 'join') return 'invite-link'
  if (action === 'privatepost') return 'private-channel'
  const id = query.get('id') ?? ''
  if (action === 'user' || action === 'openmessage') {
    const value = id !== '' ? id : (query.get('user_id') ?? '')
    return isTelegramId(value)
      ? [numericId('telegram', value, 'certain', 'A Telegram link with the internal id.')]
      : 'not-a-profile-link'
  }
  if (action !== 'resolve') return 'not-a-profile-link'
  const domain = query.get('domain')
  if (domain !== undefined && domain !== '') return named(domain)
  const phone = query.get('phone')
  return phone === undefined ? 'not-a-profile-link' : ofPhone(phone.trim().startsWith('+') ? phone : `+${phone}`)
}
