import { describe, expect, it } from 'vitest'
import { createWorld } from '../world/world.ts'
import { wireAttendee } from './attendee.ts'

const usual = createWorld({ attendees: 3_000 })
const newer = createWorld({ attendees: 3_000, newerServer: true })

describe('wireAttendee', () => {
  it('lists the same people with the same ids on both kinds of server', () => {
    expect(newer.attendees().map(({ id }) => id)).toEqual(usual.attendees().map(({ id }) => id))
  })

  it('keeps WhatsApp numbers and public ids to newer servers', () => {
    for (const attendee of usual.attendees()) {
      const wire = wireAttendee(usual, attendee)
      expect('public_identifier' in wire).toBe(false)
      expect('specifics' in wire).toBe(attendee.account.provider === 'linkedin')
    }
  })

  it('tells of WhatsApp numbers what WhatsApp tells', () => {
    const wire = (form: Parameters<typeof newer.examples.whatsapp>[0]) => {
      const { attendee, person } = newer.examples.whatsapp(form)
      return { person, wire: wireAttendee(newer, attendee) }
    }
    const open = wire('lid-and-phone')
    expect(open.wire).toMatchObject({
      provider_id: open.person.lid,
      specifics: { phone_number: open.person.phone, lid: open.person.lid },
    })
    expect(wire('lid-hidden').wire).toMatchObject({ public_identifier: null, specifics: { phone_number: 'hidden' } })
    expect(wire('lid-only').wire).toMatchObject({ public_identifier: null, specifics: { provider: 'WHATSAPP' } })
    const jid = wire('jid')
    expect(jid.wire['provider_id']).toBe(`${jid.person.phone.slice(1)}@s.whatsapp.net`)
  })

  it('never shows the phone of somebody who hides it', () => {
    for (const form of ['lid-hidden', 'lid-only'] as const)
      for (const attendee of newer.attendees().filter(({ whatsappForm }) => whatsappForm === form)) {
        const { name, ...rest } = wireAttendee(newer, attendee)
        expect(JSON.stringify(rest)).not.toContain(newer.person(attendee.person).phone.slice(1))
        expect(name).not.toMatch(/^\+/)
      }
  })

  it('knows the owner as SELF on newer servers, without a distance on others', () => {
    const { attendee } = newer.examples.self('linkedin-recruiter')
    expect(wireAttendee(newer, attendee)).toMatchObject({ is_self: 1, specifics: { network_distance: 'SELF' } })
    expect(wireAttendee(usual, attendee)['specifics']).not.toHaveProperty('network_distance')
  })

  it('carries the member number of the classic id on LinkedIn', () => {
    const { attendee, person } = usual.examples.knownOnlyBy('contact', 'linkedin')
    expect(wireAttendee(usual, attendee)).toMatchObject({
      provider_id: person.classicId,
      specifics: { member_urn: `urn:li:member:${person.memberNumber}`, network_distance: 'DISTANCE_1' },
    })
  })
})
