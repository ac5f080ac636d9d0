import type { Account } from '../world/accounts.ts'
import { createDice } from '../world/dice.ts'
import { networkDistance } from '../world/network-distance.ts'
import type { Person } from '../world/people.ts'
import type { World } from '../world/world.ts'

export const LINKEDIN_APIS = ['recruiter', 'sales_navigator'] as const
export type LinkedinApi = (typeof LINKEDIN_APIS)[number]

export const LINKEDIN_SECTIONS = [
  'experience',
  'education',
  'languages',
  'skills',
  'certifications',
  'about',
  '*',
] as const
export type LinkedinSection = (typeof LINKEDIN_SECTIONS)[number]

/** The id by which a product knows the member. */
const idFor = (person: Person, api: LinkedinApi | undefined): string => {
  if (api === 'recruiter') return person.recruiterId
  return api === 'sales_navigator' ? person.salesNavigatorId : person.classicId
}

const sectionsOf = (person: Person, sections: readonly LinkedinSection[]): Record<string, unknown> => {
  const wants = (section: LinkedinSection): boolean => sections.includes(section) || sections.includes('*')
  const { company } = person
  return {
    ...(wants('about') ? { summary: `${person.role}, ${company.name}. ${company.tagline}.` } : {}),
    ...(wants('experience')
      ? {
          work_experience: [
            {
              position: person.role,
              company_id: String(company.number),
              company: company.name,
              current: true,
              start: '2021-03-01',
              end: null,
            },
          ],
        }
      : {}),
    ...(wants('education')
      ? { education: [{ school: `University of ${company.city}`, start: '2008-09-01', end: '2012-06-30' }] }
      : {}),
    ...(wants('languages') ? { languages: [{ name: person.culture }] } : {}),
    ...(wants('skills') ? { skills: [{ name: 'Negotiation', endorsement_count: person.index % 40 }] } : {}),
    ...(wants('certifications') ? { certifications: [] } : {}),
  }
}

/** LinkedIn `UserProfile` as seen by one account; `api` chooses the product whose id comes back as `provider_id`. */
export const wireLinkedinProfile = (
  world: World,
  account: Account,
  person: Person,
  api: LinkedinApi | undefined,
  sections: readonly LinkedinSection[],
): Record<string, unknown> => {
  const distance = networkDistance(world, account, person)
  const dice = createDice(world.seed, 'linkedin-profile', person.index)
  const relation = distance === 'FIRST_DEGREE'
  return {
    object: 'UserProfile',
    provider: 'LINKEDIN',
    provider_id: idFor(person, api),
    public_identifier: person.slug,
    member_urn: `urn:li:member:${person.memberNumber}`,
    first_name: person.firstName,
    last_name: person.lastName,
    headline: person.headline,
    location: person.city,
    websites: [],
    public_profile_url: `https://www.linkedin.com/in/${encodeURIComponent(person.slug)}`,
    is_premium: dice.chance(0.2),
    is_open_profile: dice.chance(0.1),
    is_relationship: relation,
    is_self: distance === 'SELF',
    ...(distance === 'SELF' ? {} : { network_distance: distance }),
    follower_count: dice.below(4_000),
    connections_count: dice.between(20, 500),
    shared_connections_count: relation ? dice.below(60) : dice.below(6),
    ...(!relation && distance !== 'SELF' && dice.chance(0.05)
      ? { invitation: { type: 'SENT', status: 'PENDING' } }
      : {}),
    ...(relation
      ? { contact_info: { emails: [person.email], phones: [person.phone], adresses: [], socials: [] } }
      : {}),
    ...sectionsOf(person, sections),
  }
}

/** LinkedIn `AccountOwnerProfile`. */
export const wireLinkedinOwner = (account: Account, person: Person): Record<string, unknown> => {
  const seat = (feature: LinkedinApi): Record<string, string> | null =>
    account.features.includes(feature)
      ? { owner_seat_id: `urn:li:seat:${person.memberNumber}`, contract_id: '305419896' }
      : null
  return {
    object: 'AccountOwnerProfile',
    provider: 'LINKEDIN',
    provider_id: person.classicId,
    entity_urn: `urn:li:fsd_profile:${person.classicId}`,
    object_urn: `urn:li:member:${person.memberNumber}`,
    first_name: person.firstName,
    last_name: person.lastName,
    profile_picture_url: null,
    public_profile_url: `https://www.linkedin.com/in/${encodeURIComponent(person.slug)}`,
    public_identifier: person.slug,
    headline: person.headline,
    location: person.city,
    email: person.email,
    premium: account.features.includes('premium'),
    open_profile: false,
    occupation: person.headline,
    recruiter: seat('recruiter'),
    sales_navigator: seat('sales_navigator'),
  }
}
