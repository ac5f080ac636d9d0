import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import { parseApiUrl } from './base-url.ts'

describe('parseApiUrl', () => {
  it.each([
    ['https://api1.example.com:13111', 'https://api1.example.com:13111/api/v1'],
    ['  https://api1.example.com:13111/  ', 'https://api1.example.com:13111/api/v1'],
    ['https://api1.example.com/api/v1', 'https://api1.example.com/api/v1'],
    ['https://api1.example.com/api/v1///', 'https://api1.example.com/api/v1'],
    ['HTTPS://API1.Example.COM:443', 'https://api1.example.com/api/v1'],
    ['api1.example.com:13111', 'https://api1.example.com:13111/api/v1'],
    ['api1.example.com/api/v1', 'https://api1.example.com/api/v1'],
    ['localhost:4010', 'http://localhost:4010/api/v1'],
    ['127.0.0.1:4010', 'http://127.0.0.1:4010/api/v1'],
    ['http://[::1]:4010', 'http://[::1]:4010/api/v1'],
    ['http://127.9.8.7', 'http://127.9.8.7/api/v1'],
    ['https://192.168.1.4:8443', 'https://192.168.1.4:8443/api/v1'],
  ])('reads %s', (text, url) => expect(parseApiUrl(text)).toBe(url))

  it.each([
    ['', /Enter/],
    ['   ', /Enter/],
    ['http://api1.example.com', /https/],
    ['http://localhost.evil.example', /https/],
    ['http://127.0.0.1.evil.example', /https/],
    ['http://192.168.1.4', /https/],
    ['ftp://api1.example.com', /https/],
    ['file:///etc/passwd', /https/],
    ['javascript:alert(1)', /not a web address|path|host/],
    ['https://user:secret@api1.example.com', /user name/],
    ['api1.example.com@evil.example', /user name/],
    ['https://api1.example.com/v2', /path/],
    ['https://api1.example.com/api/v1/accounts', /path/],
    ['https://api1.example.com/api/v1?x=1', /\?/],
    ['https://api1.example.com#x', /#/],
    ['https://', /not a web address/],
    ['https://exa mple.com', /space/],
    ['/api/v1', /no host/],
    ['intranet', /host name/],
    [`https://${'a'.repeat(3_000)}.example`, /long/],
    ['https://[::1', /not a web address/],
    ['https://api.example.com:99999', /not a web address/],
  ])('refuses %s', (text, message) => {
    let error: unknown
    try {
      parseApiUrl(text)
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(AppError)
    const { failure } = error as AppError
    expect(failure.kind).toBe('bad-input')
    expect(failure.message).toMatch(message)
    expect(`${failure.message} ${failure.advice}`).not.toContain('secret')
  })
})
