import type { Product, Provider } from '#shared/domain/providers.ts'
import type { AccountRecord, Health } from '#shared/domain/records.ts'
import type { WireAccount } from '../wire/account.ts'
import { readJid } from './whatsapp-jid.ts'

const PROVIDER_OF: Record<string, Provider> = {
  LINKEDIN: 'linkedin',
  WHATSAPP: 'whatsapp',
  INSTAGRAM: 'instagram',
  TELEGRAM: 'telegram',
  TWITTER: 'x',
  MESSENGER: 'messenger',
}

const PRODUCT_OF: Record<string, Product> = { recruiter: 'recruiter', sales_navigator: 'sales-navigator' }

const HEALTH_OF: Record<string, Health> = {
  OK: 'ok',
  CONNECTING: 'connecting',
  PERMISSIONS: 'permissions',
  CREDENTIALS: 'credentials',
  STOPPED: 'stopped',
  ERROR: 'error',
}

/** Best to worst. A status that this version does not know may hide anything short of a named problem. */
const SEVERITY: Health[] = ['ok', 'connecting', 'unknown', 'permissions', 'credentials', 'stopped', 'error']

const lookUp = <T>(table: Record<string, T>, key: string): T | null =>
  Object.hasOwn(table, key) ? (table[key] ?? null) : null

/** The worst source; `unknown` when there is none. */
const healthOf = (statuses: (string | null)[]): Health => {
  const healths = statuses.map((status) => lookUp(HEALTH_OF, status?.toUpperCase() ?? '') ?? 'unknown')
  return healths.sort((a, b) => SEVERITY.indexOf(b) - SEVERITY.indexOf(a))[0] ?? 'unknown'
}

/** The owner's WhatsApp phone in E.164, however the server writes it. */
const phoneOf = (text: string | null): string | null => {
  if (text === null) return null
  const jid = readJid(text)
  if (jid.kind === 'phone') return jid.phone
  const digits = text.replace(/[\s().+-]/g, '')
  return /^\d{5,15}$/.test(digits) ? `+${digits}` : null
}

/** Some servers put the display name into `username`: a public id has no spaces. */
const publicIdOf = (text: string | null): string | null =>
  text !== null && !/\s/.test(text) ? text.replace(/^@/, '').toLowerCase() : null

/** An account from its payload. Types other than the six messengers get provider null. */
export const mapAccount = (wire: WireAccount): { record: AccountRecord } => {
  const im = wire.connection_params?.im ?? null
  const provider = lookUp(PROVIDER_OF, wire.type.toUpperCase())
  const phone = provider === 'whatsapp' ? phoneOf(im?.phone_number ?? null) : null
  const products = (im?.premiumFeatures ?? []).map((feature) => lookUp(PRODUCT_OF, feature))
  return {
    record: {
      id: wire.id,
      provider,
      type: wire.type,
      name: wire.name,
      health: healthOf(wire.sources.map(({ status }) => status)),
      sources: wire.sources.map(({ id, status }) => ({ id, status: status ?? 'UNKNOWN' })),
      products: [...new Set(products.filter((product) => product !== null))],
      ownerInternalId: im?.id ?? im?.user_id ?? null,
      ownerPublicId:
        phone === null ? publicIdOf(im?.public_identifier ?? im?.username ?? null) : `${phone.slice(1)}@s.whatsapp.net`,
      ownerPhone: phone,
      createdAt: wire.created_at,
    },
  }
}
