import { expect, it } from 'vitest'
import type { Identifier } from '#shared/domain/attendees.ts'
import { copiesOf } from './identifier-copies.ts'

const recruiter: Identifier = {
  kind: 'internal',
  product: 'recruiter',
  label: 'Recruiter ID',
  value: 'AEMAACyqrxsBbJKG6MN0hfnwWs9Z-SpZgjA5Yb0',
  display: 'AEMAACyqrxsBbJKG6MN0hfnwWs9Z-SpZgjA5Yb0',
  url: 'https://www.linkedin.com/talent/profile/AEMAACyqrxsBbJKG6MN0hfnwWs9Z-SpZgjA5Yb0',
  source: 'profile',
  seenAt: new Date(2026, 10, 20, 12).getTime(),
}
const person = { provider: 'linkedin', title: 'Ada Lovelace' } as const

it('offers a link, JSON with provider and product, and a line for a ticket', () => {
  const [link, json, line] = copiesOf(person, recruiter)
  expect(link).toEqual({ label: 'Copy as link', text: recruiter.url })
  expect(JSON.parse(json?.text ?? '')).toEqual({
    provider: 'linkedin',
    kind: 'internal',
    product: 'recruiter',
    value: recruiter.value,
    source: 'profile',
    seenAt: new Date(recruiter.seenAt).toISOString(),
  })
  expect(line?.text).toBe(`Ada Lovelace (LinkedIn), Recruiter ID: ${recruiter.value} (live profile, 20 Nov 2026)`)
})

it('offers no link where the identifier has none', () => {
  const labels = copiesOf({ provider: 'whatsapp', title: 'Ada' }, { ...recruiter, product: null, url: null }).map(
    ({ label }) => label,
  )
  expect(labels).toEqual(['Copy as JSON', 'Copy as ticket line'])
})
