import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Location } from '../domain/location.ts'
import { LINK_SCHEME, linkTo, parseLink } from './location-link.ts'

describe('links into the app', () => {
  it('lead to where they were copied', () => {
    const places: Location[] = [
      { kind: 'attendee', id: 'R9unJDSN8tAgalZjzRj4NQ' },
      { kind: 'case', id: '0b7e9c1e-6f1d-4a3e-9f0e-2d0c8b8f3a11' },
      { kind: 'resolve', text: 'https://www.linkedin.com/in/ada?x=1&y=2#z' },
      { kind: 'convert', text: '+33 6 12 34 56 78' },
    ]
    expect(places.map((place) => parseLink(linkTo(place) ?? ''))).toEqual(places)
    expect(linkTo({ kind: 'attendee', id: 'R9unJDSN8tAgalZjzRj4NQ' })).toBe(
      'postpress-inspector://attendee/R9unJDSN8tAgalZjzRj4NQ',
    )
  })

  it('are read with the slash that some systems add, and in capitals', () => {
    expect(parseLink('POSTPRESS-INSPECTOR://attendee/abc/')).toEqual({ kind: 'attendee', id: 'abc' })
  })

  it.each([
    '',
    'postpress-inspector:',
    'postpress-inspector://',
    'postpress-inspector://attendee',
    'postpress-inspector://attendee/',
    'postpress-inspector://attendee//',
    'postpress-inspector://attendee/a/b',
    'postpress-inspector://attendee/../settings',
    'postpress-inspector://attendee/%2e%2e%2fsettings',
    'postpress-inspector://attendee/a%00b',
    'postpress-inspector://attendee/a%0Ab',
    'postpress-inspector://attendee/%',
    'postpress-inspector://attendee/%E0%A4%A',
    'postpress-inspector://attendee/a?text=b',
    'postpress-inspector://attendee/a#b',
    'postpress-inspector://user:pass@attendee/a',
    'postpress-inspector://attendee:80/a',
    'postpress-inspector://ATTENDEE.evil.example/a',
    'postpress-inspector://attendee/<script>alert(1)</script>',
    "postpress-inspector://attendee/' OR 1=1 --",
    'postpress-inspector://attendee/--no-sandbox --gpu-launcher=calc',
    `postpress-inspector://attendee/${'a'.repeat(201)}`,
    'postpress-inspector://convert',
    'postpress-inspector://convert?text=',
    'postpress-inspector://convert?text=a&spend=1',
    'postpress-inspector://convert?spend=1&text=a',
    'postpress-inspector://convert?text=a#b',
    'postpress-inspector://convert?text=%E2%80%AEevil',
    'postpress-inspector://convert?text=%ED%A0%80',
    `postpress-inspector://convert?text=${'a'.repeat(2_001)}`,
    `postpress-inspector://convert?text=${'%61'.repeat(200_000)}`,
    'postpress-inspector://lookup?text=a',
    'postpress-inspector://__proto__/a',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://postpress-inspector://attendee/a',
    ' postpress-inspector://attendee/a',
  ])('%j leads nowhere', (text) => expect(parseLink(text)).toBeNull())

  it('never throw, and lead to valid places only', () => {
    const parts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'attendee/',
        'case/',
        'convert?text=',
        'resolve?text=',
        '%',
        '%00',
        '../',
        '#',
        '&',
        '__proto__',
        '\ud800',
      ),
    )
    fc.assert(
      fc.property(fc.array(parts), (pieces) => {
        const found = parseLink(`${LINK_SCHEME}://${pieces.join('')}`)
        if (found !== null) expect(Location.safeParse(found).success).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  it('of every place that can be named are read back', () => {
    const place = fc.oneof(
      fc.record({ kind: fc.constantFrom('attendee' as const, 'case' as const), id: fc.string({ unit: 'binary' }) }),
      fc.record({ kind: fc.constantFrom('resolve' as const, 'convert' as const), text: fc.string({ unit: 'binary' }) }),
    )
    fc.assert(
      fc.property(place, (where) => {
        const link = linkTo(where)
        if (link !== null) expect(parseLink(link)).toEqual(where)
      }),
    )
  })
})
