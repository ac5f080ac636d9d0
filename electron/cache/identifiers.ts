import { PRODUCTS, type Product } from '#shared/domain/providers.ts'
import {
  type AttendeeRecord,
  FACT_SOURCES,
  type FactSource,
  IDENTIFIER_KINDS,
  type IdentifierFact,
  type IdentifierKind,
} from '#shared/domain/records.ts'

/** One stored identifier. */
export interface StoredIdentifier {
  kind: IdentifierKind
  value: string
  display: string
  product: Product | null
  source: FactSource
  /** null: seen together with its attendee, whenever that was last. */
  seenAt: number | null
}

/**
 * Identifiers are read together with their attendee and found through `keys`, so they are kept in the attendee's row as
 * one JSON text: [code, value, display or 0, seenAt] each, without the trailing parts that say nothing.
 */
type Packed = [code: number, value: string, display?: string | 0, seenAt?: number]

const codeOf = ({ kind, product, source }: StoredIdentifier): number =>
  IDENTIFIER_KINDS.indexOf(kind) * 100 +
  (product === null ? 0 : PRODUCTS.indexOf(product) + 1) * 10 +
  FACT_SOURCES.indexOf(source)

const pack = (one: StoredIdentifier): Packed => {
  const display = one.display === one.value ? 0 : one.display
  if (one.seenAt !== null) return [codeOf(one), one.value, display, one.seenAt]
  return display === 0 ? [codeOf(one), one.value] : [codeOf(one), one.value, display]
}

const unpack = ([code, value, display, seenAt]: Packed): StoredIdentifier => ({
  kind: IDENTIFIER_KINDS[Math.floor(code / 100)] ?? 'internal',
  value,
  display: display || value,
  product: PRODUCTS[(Math.floor(code / 10) % 10) - 1] ?? null,
  source: FACT_SOURCES[code % 10] ?? 'attendee',
  seenAt: seenAt ?? null,
})

export const packIdentifiers = (identifiers: StoredIdentifier[]): string => JSON.stringify(identifiers.map(pack))

export const unpackIdentifiers = (text: string): StoredIdentifier[] => (JSON.parse(text) as Packed[]).map(unpack)

/** A fact as it is stored. `seenAt` null: it comes with the attendee itself. */
export const storedOf = (fact: IdentifierFact, seenAt: number | null): StoredIdentifier => ({
  kind: fact.kind,
  value: fact.value,
  display: fact.display ?? fact.value,
  product: fact.product ?? null,
  source: fact.source,
  seenAt,
})

/** Everything an attendee's record carries, its postpress ID included. */
export const identifiersIn = (attendee: AttendeeRecord): StoredIdentifier[] => [
  storedOf({ kind: 'postpress-id', value: attendee.id, source: 'attendee' }, null),
  ...attendee.identifiers.map((fact) => storedOf(fact, null)),
]

const sameAs = (a: StoredIdentifier) => (b: StoredIdentifier) =>
  a.kind === b.kind && a.product === b.product && a.value === b.value

/**
 * What is known after `news` arrived: nothing that was known is lost. What the attendee itself no longer carries keeps
 * the time when it was last seen (`lastSeenAt`).
 */
export const mergeIdentifiers = (
  before: StoredIdentifier[],
  news: StoredIdentifier[],
  lastSeenAt: number | null,
): StoredIdentifier[] => {
  const kept = before
    .filter((old) => !news.some(sameAs(old)))
    .map((old) => (old.seenAt === null && lastSeenAt !== null ? { ...old, seenAt: lastSeenAt } : old))
  return [...news, ...kept].filter((one, index, all) => all.findIndex(sameAs(one)) === index)
}
