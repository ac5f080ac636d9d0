import type { FactSource } from '#shared/domain/records.ts'
import { decodeOnce } from '#shared/identifiers/hygiene.ts'
import { decodeLinkedinId, looksLikeLinkedinId } from '#shared/identifiers/linkedin-id.ts'
import { addFact, addHandle, type Facts, linkOn } from './facts.ts'

/** Adds an internal id with its product, and the member number in its bytes (derived). */
export const addLinkedinId = (facts: Facts, id: string, source: FactSource): void => {
  const decoded = decodeLinkedinId(id)
  addFact(facts, { kind: 'internal', value: id, ...(decoded === null ? {} : { product: decoded.product }), source })
  if (decoded !== null) addFact(facts, { kind: 'member-number', value: decoded.memberNumber, source: 'derived' })
}

/** Adds what a urn names: `urn:li:member:n` a member number, `urn:li:fsd_profile:ACo...` a Classic ID. */
export const addLinkedinUrn = (facts: Facts, urn: string | null, source: FactSource): void => {
  const [, kind, value] = /^urn:li:(member|fsd_profile|fs_miniProfile):([A-Za-z0-9_-]+)$/.exec(urn?.trim() ?? '') ?? []
  if (kind === undefined || value === undefined) return
  if (kind !== 'member') addLinkedinId(facts, value, source)
  else if (/^[1-9]\d*$/.test(value)) addFact(facts, { kind: 'member-number', value, source })
}

/** Adds the public id of a payload's field; newer servers can repeat the internal id there. */
export const addLinkedinPublicId = (facts: Facts, text: string | null, source: FactSource): void => {
  const id = text?.trim() ?? ''
  if (looksLikeLinkedinId(id)) addLinkedinId(facts, id, source)
  else addHandle(facts, 'public', text, source)
}

/** Adds the public id in a profile link: `/in/<slug>`, where LinkedIn also puts internal ids. */
export const addLinkedinLink = (facts: Facts, link: string | null, source: FactSource): void => {
  const [, name] = /^\/in\/([^/]+)/.exec(linkOn(link, ['linkedin.com'])?.pathname ?? '') ?? []
  if (name !== undefined) addLinkedinPublicId(facts, decodeOnce(name), source)
}
