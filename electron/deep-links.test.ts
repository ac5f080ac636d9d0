import { expect, it } from 'vitest'
import { createDeepLinks } from './deep-links.ts'

it('keeps the last place until it is taken, and drops what is no link', () => {
  let asked = 0
  const links = createDeepLinks(() => {
    asked += 1
  })
  links.offerArguments(['/opt/app', '--flag', '/tmp/file', 'postpress-inspector://attendee/one'])
  links.offer('postpress-inspector://attendee/two')
  links.offer('postpress-inspector://attendee/../three')
  links.offerArguments(['/opt/app', 'https://example.com', 'postpress-inspector:four'])
  expect(asked).toBe(2)
  expect(links.take()).toEqual({ kind: 'attendee', id: 'two' })
  expect(links.take()).toBeNull()
})
