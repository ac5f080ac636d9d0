import { describe, expect, it } from 'vitest'
import { usualOrigin } from './usual-origin.ts'

describe('usualOrigin', () => {
  it('is what most identifiers share', () => {
    expect(usualOrigin(['attendee, just now', 'live profile, just now', 'attendee, just now'])).toBe(
      'attendee, just now',
    )
  })

  it.each([[[]], [['attendee, just now']], [['a', 'b']], [['a', 'a', 'b', 'b']], [['a', 'b', 'c', 'c']]])(
    'is nothing for %j: each says its own',
    (origins) => {
      expect(usualOrigin(origins)).toBeNull()
    },
  )
})
