import { readHandle, readNumber, readWord } from './bare.ts'
import { phoneCandidates } from './candidate.ts'
import { clean, decodeOnce } from './hygiene.ts'
import { type Link, parseQuery, readLink, schemeOf } from './link.ts'
import { isLinkedinHost, type Reading, readLinkedinLink, readUrn } from './linkedin.ts'
import { looksLikeLinkedinId } from './linkedin-id.ts'
import { readPhone } from './phones.ts'
import { MAX_LENGTH, reject } from './reject.ts'
import {
  isInstagramHost,
  isMessengerHost,
  isXHost,
  readInstagramLink,
  readMessengerLink,
  readXLink,
} from './social-links.ts'
import { isTelegramHost, readTelegramLink, readTelegramScheme } from './telegram.ts'
import { type Candidate, CERTAINTIES, type Identified, type IdentifyOptions } from './types.ts'
import { isWhatsappHost, readJid, readWhatsappLink, readWhatsappScheme } from './whatsapp.ts'

const HOSTS: [(host: string) => boolean, (link: Link) => Reading][] = [
  [isLinkedinHost, readLinkedinLink],
  [isWhatsappHost, readWhatsappLink],
  [isInstagramHost, readInstagramLink],
  [isTelegramHost, readTelegramLink],
  [isXHost, readXLink],
  [isMessengerHost, readMessengerLink],
]

const byHost = (link: Link): Reading => HOSTS.find(([is]) => is(link.host))?.[1](link) ?? 'unknown-host'

const readTel = (rest: string, region: string | undefined): Reading => {
  const phone = readPhone(decodeOnce(rest.split(';', 1)[0] ?? '').replace(/^\/\//, ''), region)
  if (phone.kind === 'phone') return phoneCandidates(phone.e164, phone.region)
  return phone.kind === 'needs-country' ? 'phone-needs-country' : 'phone-invalid'
}

/** Texts with a scheme; null for schemes that are web links or none. */
const readScheme = (text: string, options: IdentifyOptions): Reading | null => {
  const scheme = schemeOf(text)
  if (scheme === null) return null
  const rest = text.slice(scheme.length + 1)
  const query = parseQuery(rest.split('#', 1)[0]?.split('?').slice(1).join('?') ?? '')
  switch (scheme) {
    case 'http':
    case 'https':
      return null
    case 'tel':
      return readTel(rest, options.region)
    case 'tg':
      return readTelegramScheme(rest, query)
    case 'whatsapp':
      return readWhatsappScheme(rest, query)
    case 'urn':
      return readUrn(text) ?? readUrn(decodeOnce(text)) ?? 'not-an-identifier'
    default:
      return 'unsupported-scheme'
  }
}

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@.]{2,63}$/

const readAt = (text: string): Reading | null => {
  const at = text.indexOf('@')
  if (at < 0) return null
  const jid = readJid(text)
  if (jid !== null) return jid
  if (at === 0) return readHandle(text)
  return EMAIL.test(text) ? 'email-not-supported' : null
}

const ESCAPE = /%[0-9a-f]{2}/i
/** Something with a slash behind a first part with a dot was meant as a link. */
const LINK_LIKE = /^[^\s/]{1,255}\.[^\s/]{1,63}\//
const TELEGRAM_HOST = /^[a-z0-9-]{1,63}\.t\.me$/i

/** Neither number nor scheme nor link: an id with @, a host of Telegram's, a broken id, a word. */
const readPlain = (text: string): Reading => {
  const at = readAt(text)
  if (at !== null) return at
  if (LINK_LIKE.test(text)) return 'unknown-host'
  if (TELEGRAM_HOST.test(text)) return readTelegramLink({ host: text.toLowerCase(), path: [], query: new Map() })
  if (!/\s/.test(text)) return readWord(text)
  // An id that was broken over two lines in copying.
  return looksLikeLinkedinId(text.replace(/\s+/g, '')) ? 'linkedin-id-malformed' : 'not-an-identifier'
}

/** `decoded`: the text was percent-decoded as a whole, which happens once. */
const read = (text: string, options: IdentifyOptions, decoded = false): Reading => {
  const number = readNumber(text, options.region)
  if (number !== null) return number
  const scheme = readScheme(text, options)
  if (scheme !== null) return scheme
  const link = readLink(text)
  if (link.kind === 'link') {
    const found = byHost(link.link)
    // "e.g. this/that" is words, not a link to nowhere.
    return found === 'unknown-host' && /\s/.test(text) && !text.includes('://') ? 'not-an-identifier' : found
  }
  if (link.kind === 'bad-scheme') return 'unsupported-scheme'
  if (link.kind === 'bad-host') return 'unknown-host'
  if (!decoded && ESCAPE.test(text)) return read(clean(decodeOnce(text)), options, true)
  return readPlain(text)
}

/** Certainty first; the readers already answer in the order of how specific their rules are. The hint moves, never hides. */
const rank = (candidates: Candidate[], provider: IdentifyOptions['provider']): Candidate[] => {
  if (candidates.length === 1) return candidates
  const certainty = (candidate: Candidate): number => CERTAINTIES.indexOf(candidate.certainty)
  const hinted = (candidate: Candidate): number => (candidate.provider === provider ? 0 : 1)
  const unique = candidates.filter(
    ({ provider: of, kind, value }, index) =>
      candidates.findIndex((other) => other.provider === of && other.kind === kind && other.value === value) === index,
  )
  return unique
    .map((candidate, index) => ({ candidate, index }))
    .sort(
      (a, b) =>
        hinted(a.candidate) - hinted(b.candidate) ||
        certainty(a.candidate) - certainty(b.candidate) ||
        a.index - b.index,
    )
    .map(({ candidate }) => candidate)
}

/**
 * Turns any pasted text into ranked candidates, or a reject code with a message that says what to paste instead.
 * Pure, offline, never throws, linear in the length of the text (longer than 2,048 characters is refused unread).
 */
export const identify = (text: string, options: IdentifyOptions = {}): Identified => {
  if (text.length > MAX_LENGTH && text.trim().length > MAX_LENGTH) return reject(text, 'too-long')
  const cleaned = clean(text)
  if (cleaned === '') return reject(text, 'empty')
  const reading = read(cleaned, options)
  if (typeof reading === 'string') return reject(text, reading)
  return { input: text, candidates: rank(reading, options.provider) }
}
