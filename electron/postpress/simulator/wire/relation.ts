import type { Relation } from '../world/relations.ts'
import type { World } from '../world/world.ts'

/** `UserRelation` as the API sends it: `created_at` is epoch ms, `member_id` is the classic id. */
export const wireRelation = (world: World, { attendee, since }: Relation): Record<string, unknown> => {
  const person = world.person(attendee.person)
  return {
    object: 'UserRelation',
    first_name: person.firstName,
    last_name: person.lastName,
    headline: person.headline,
    public_identifier: person.slug,
    public_profile_url: `https://www.linkedin.com/in/${encodeURIComponent(person.slug)}`,
    created_at: since,
    member_id: person.classicId,
    member_urn: `urn:li:fsd_profile:${person.classicId}`,
    connection_urn: `urn:li:fsd_connection:${person.classicId}`,
  }
}
