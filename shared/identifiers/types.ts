import type { Product, Provider } from '../domain/providers.ts'

/** Every kind of identifier that a candidate can be. */
export const CANDIDATE_KINDS = [
  'internal',
  'public',
  'username',
  'company',
  'member-number',
  'group',
  'channel',
  'attendee-id',
] as const
export type CandidateKind = (typeof CANDIDATE_KINDS)[number]

export const CERTAINTIES = ['certain', 'likely', 'possible'] as const
export type Certainty = (typeof CERTAINTIES)[number]

export const REJECT_CODES = [
  'empty',
  'too-long',
  'unsupported-scheme',
  'unknown-host',
  'not-a-profile-link',
  'invite-link',
  'private-channel',
  'link-without-number',
  'not-a-user',
  'linkedin-id-malformed',
  'linkedin-person-urn',
  'phone-needs-country',
  'phone-invalid',
  'email-not-supported',
  'not-an-identifier',
] as const
export type RejectCode = (typeof REJECT_CODES)[number]

/** Who a candidate belongs to: a provider, or postpress itself (attendee ids). */
export type CandidateProvider = Provider | 'postpress'

/** One reading of a pasted text. `value` is canonical: compare it and send it to the API. */
export interface Candidate {
  provider: CandidateProvider
  kind: CandidateKind
  value: string
  /** As the writer wrote it (case kept), for showing. */
  display: string
  certainty: Certainty
  /** One sentence that says why the text reads like this. */
  why: string
  /** LinkedIn internal ids: the product whose ids have this prefix. */
  product?: Product
  /** LinkedIn internal ids: the n of `urn:li:member:n`, read from the id's bytes (derived, not documented by LinkedIn). */
  memberNumber?: string
  /** E.164 with `+`. */
  phone?: string
  /** Canonical profile link. */
  url?: string
}

/** Exactly one of `candidates` (non-empty) and `reject`. */
export interface Identified {
  input: string
  candidates: Candidate[]
  reject?: RejectCode
  /** With `reject`: what to paste instead. */
  message?: string
}

export interface IdentifyOptions {
  /** ISO 3166-1 alpha-2 country for phone numbers in national form, e.g. `FR`. */
  region?: string
  /** The open provider tab: its candidates move first; none is hidden. */
  provider?: CandidateProvider
}
