import { expect, it } from 'vitest'
import { linkWith, urlSegment } from './url-segment.ts'

it('encodes whatever a link can hold, and says null for half a character', () => {
  expect(urlSegment('a/b ?#é😀')).toBe('a%2Fb%20%3F%23%C3%A9%F0%9F%98%80')
  expect(urlSegment('\ud800 lone')).toBeNull()
  expect(urlSegment('lone \udc00')).toBeNull()
})

it('makes no link without a name', () => {
  expect(linkWith('https://x.com/', 'ada')).toBe('https://x.com/ada')
  expect(linkWith('https://x.com/', null)).toBeNull()
  expect(linkWith('https://x.com/', 'a\ud800')).toBeNull()
})
