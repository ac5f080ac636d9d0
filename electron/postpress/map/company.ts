import type { WireCompany } from '../wire/company.ts'
import { webLink } from './facts.ts'

/** A LinkedIn company page. Not a user: it cannot become an attendee. */
export interface CompanyRecord {
  id: string
  name: string
  description: string | null
  /** As received, e.g. `urn:li:fsd_company:1035`. */
  entityUrn: string | null
  /** Lower-cased. */
  publicId: string | null
  profileUrl: string | null
  website: string | null
  followers: number | null
}

export const mapCompany = (wire: WireCompany): CompanyRecord => ({
  id: wire.id,
  name: wire.name,
  description: wire.description,
  entityUrn: wire.entity_urn,
  publicId: wire.public_identifier?.toLowerCase() ?? null,
  profileUrl: webLink(wire.profile_url),
  website: webLink(wire.website),
  followers: wire.followers_count,
})
