import { linkedinCompany, linkedinInternal, linkedinMember, linkedinPublic } from './candidate.ts'
import type { Link } from './link.ts'
import { looksLikeLinkedinId } from './linkedin-id.ts'
import type { Candidate, RejectCode } from './types.ts'

export type Reading = Candidate[] | RejectCode

/** 3-100 letters of any script (with their marks), digits, hyphens. */
const SLUG = /^[\p{L}\p{M}\p{N}-]{3,100}$/u
const COMPANY = /^[\p{L}\p{M}\p{N}._&'-]{1,100}$/u
const NUMBER = /^\d{1,15}$/
const ID_KEY = /^[A-Za-z0-9_=-]{6,80}$/

export const isLinkedinHost = (host: string): boolean => host === 'linkedin.com' || host.endsWith('.linkedin.com')

/** An id where only an id can stand: anything else there was cut off or mangled. */
const idOnly = (text: string): Reading => {
  const candidate = linkedinInternal(text)
  return candidate === null ? 'linkedin-id-malformed' : [candidate]
}

const LINK_WHY = 'A LinkedIn profile link: its last part is the public id.'

const profile = (slug: string, link: Link): Reading => {
  const first: Reading = looksLikeLinkedinId(slug)
    ? idOnly(slug)
    : SLUG.test(slug)
      ? [linkedinPublic(slug, 'certain', LINK_WHY)]
      : 'not-a-profile-link'
  const mini = link.query.get('miniprofileurn')
  if (mini === undefined || typeof first === 'string') return first
  const second = readUrn(mini)
  return typeof second === 'string' || second === null ? first : [...first, ...second]
}

const head = (segment: string): string => segment.split(',', 1)[0] ?? ''

/** `/talent/profile/<id>`, also below a project or a search. */
const talent = (path: string[]): Reading => {
  const id = path[path.findIndex((segment) => segment.toLowerCase() === 'profile') + 1]
  return path.length > 1 && id !== undefined && id !== path[0] ? idOnly(head(id)) : 'not-a-profile-link'
}

/** Reads a link on any linkedin.com host. */
export const readLinkedinLink = (link: Link): Reading => {
  const [area, second, third] = link.path
  switch (area?.toLowerCase()) {
    case 'in':
    case 'pub':
      return second === undefined ? 'not-a-profile-link' : profile(second, link)
    case 'sales':
      if (!['lead', 'people', 'profile'].includes(second?.toLowerCase() ?? '') || third === undefined)
        return 'not-a-profile-link'
      return idOnly(head(third))
    case 'talent':
      return talent(link.path.slice(1))
    case 'company':
    case 'school':
    case 'showcase':
      return second !== undefined && COMPANY.test(second) ? [linkedinCompany(second)] : 'not-a-profile-link'
    default:
      return 'not-a-profile-link'
  }
}

const companyUrn = (key: string): Reading => (COMPANY.test(key) ? [linkedinCompany(key)] : 'not-an-identifier')

/** Reads `urn:li:...` (already percent-decoded); null when the text is no LinkedIn urn. */
export const readUrn = (text: string): Reading | null => {
  const match = /^urn:li:([a-z_]{3,30}):(.{1,300})$/i.exec(text)
  if (match === null) return null
  const key = match[2] ?? ''
  switch (match[1]?.toLowerCase()) {
    case 'member':
      return NUMBER.test(key) && Number(key) > 0 ? [linkedinMember(String(Number(key)))] : 'not-an-identifier'
    case 'fsd_profile':
    case 'fs_miniprofile':
    case 'fs_profile':
      return idOnly(key)
    case 'fs_salesprofile':
      return idOnly(head(key.replace(/^\(/, '').replace(/\)$/, '')))
    case 'ts_profile':
    case 'fs_talentprofile':
      return idOnly(key)
    case 'fsd_company':
    case 'fs_company':
    case 'fs_normalized_company':
    case 'company':
    case 'organization':
      return companyUrn(key)
    case 'person':
      return 'linkedin-person-urn'
    default:
      return ID_KEY.test(key) && looksLikeLinkedinId(key) ? idOnly(key) : 'not-an-identifier'
  }
}

/** Bare text: an id (or a broken one), else a possible public id. */
export const readBareLinkedin = (text: string): Reading | null => {
  if (looksLikeLinkedinId(text)) return idOnly(text)
  if (!SLUG.test(text) || /^\d+$/.test(text)) return null
  const only = text.includes('-')
  const why = only ? 'Only LinkedIn public ids hold hyphens.' : 'It can be a LinkedIn public id.'
  return [linkedinPublic(text, only ? 'likely' : 'possible', why)]
}
