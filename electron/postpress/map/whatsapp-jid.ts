import type { FactSource } from '#shared/domain/records.ts'
import { addFact, type Facts } from './facts.ts'

export type Jid =
  /** Canonical public id `digits@s.whatsapp.net`; `phone` is E.164. */
  | { kind: 'phone'; value: string; phone: string }
  /** Canonical internal id `digits@lid`: opaque digits, never a phone. */
  | { kind: 'lid'; value: string }
  | { kind: 'not-a-user'; what: 'group' | 'channel' | 'broadcast' }
  | { kind: 'unknown' }

const NOT_USERS: Record<string, 'group' | 'channel' | 'broadcast'> = {
  'g.us': 'group',
  newsletter: 'channel',
  broadcast: 'broadcast',
}

/** Reads `user[.agent][:device]@server`; agent and device are dropped: they name one phone or computer of the person. */
export const readJid = (text: string): Jid => {
  const [, local = '', server = ''] = /^([^@\s]+)@([a-z.]+)$/.exec(text.trim().toLowerCase()) ?? []
  const what = Object.hasOwn(NOT_USERS, server) ? NOT_USERS[server] : undefined
  if (what !== undefined) return { kind: 'not-a-user', what }
  const digits = /^(\d{5,20})(?:\.\d+)?(?::\d+)?$/.exec(local)?.[1]
  if (digits === undefined) return { kind: 'unknown' }
  if (server === 'lid') return { kind: 'lid', value: `${digits}@lid` }
  if (server !== 's.whatsapp.net' && server !== 'c.us') return { kind: 'unknown' }
  return { kind: 'phone', value: `${digits}@s.whatsapp.net`, phone: `+${digits}` }
}

/** Adds what a jid says: a lid is the internal id; a phone id is public and its phone is derived. */
export const addJid = (facts: Facts, text: string, source: FactSource): void => {
  const jid = readJid(text)
  if (jid.kind === 'lid') addFact(facts, { kind: 'internal', value: jid.value, source })
  if (jid.kind === 'phone') {
    addFact(facts, { kind: 'public', value: jid.value, source })
    addFact(facts, { kind: 'phone', value: jid.phone, source: 'derived' })
  }
}

/** Adds a reported phone (`+` and digits) and the public id that follows from it. The word "hidden" adds nothing. */
export const addWhatsappPhone = (facts: Facts, phone: string | null, source: FactSource): void => {
  const digits = /^\+?(\d{5,15})$/.exec(phone?.trim() ?? '')?.[1]
  if (digits === undefined) return
  addFact(facts, { kind: 'phone', value: `+${digits}`, source })
  addFact(facts, { kind: 'public', value: `${digits}@s.whatsapp.net`, source: 'derived' })
}
