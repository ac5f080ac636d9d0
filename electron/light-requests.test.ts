import { afterEach, describe, expect, it } from 'vitest'
import { lightenRequests } from './light-requests.ts'

const [NodeHeaders, NodeRequest] = [Headers, Request]
let restore = (): void => undefined

afterEach(() => restore())

describe('lightenRequests', () => {
  it('makes requests that say their address and method, as protocol.handle makes them', () => {
    restore = lightenRequests()
    const headers = new Headers({ origin: 'null', accept: '*/*' })
    expect(headers.get('origin')).toBe('null')
    headers.delete('origin')
    expect(headers.get('origin') ?? null).toBeNull()
    const request = new Request('app://inspector/index.html', { headers, method: 'GET' })
    expect(request).toMatchObject({ url: 'app://inspector/index.html', method: 'GET' })
    expect(request).not.toBeInstanceOf(NodeRequest)
  })

  it("puts Node's own back", () => {
    lightenRequests()()
    expect([Headers, Request]).toEqual([NodeHeaders, NodeRequest])
    expect(new Request('https://example.org/', { method: 'POST' })).toBeInstanceOf(NodeRequest)
  })
})
