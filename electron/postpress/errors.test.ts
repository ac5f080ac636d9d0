import { describe, expect, it } from 'vitest'
import type { ErrorKind } from '#shared/domain/errors.ts'
import { refusal } from './answer.ts'
import { causeOf } from './api-cause.ts'
import type { CallSubject } from './errors.ts'
import { networkError } from './network-errors.ts'

const workspace: CallSubject = { accountId: null, provider: null, product: null, isLookup: false }
const lookup: CallSubject = { accountId: 'a', provider: 'linkedin', product: 'recruiter', isLookup: true }

const answer = (status: number, body: string) => ({
  status,
  contentType: 'application/json',
  retryAfter: null,
  body: new TextEncoder().encode(body),
})
const refused = (status: number, type: string | null, subject: CallSubject) =>
  refusal(answer(status, JSON.stringify({ title: 'T', status, ...(type === null ? {} : { type }) })), subject)

describe('refusals by type and status', () => {
  it.each<[number, string | null, CallSubject, ErrorKind, string]>([
    [400, 'errors/invalid_parameters', workspace, 'bad-input', 'never'],
    [400, null, workspace, 'bad-input', 'never'],
    [401, 'errors/missing_credentials', workspace, 'wrong-key', 'never'],
    [401, 'errors/invalid_credentials', lookup, 'wrong-key', 'never'],
    [401, 'errors/expired_credentials', workspace, 'wrong-key', 'never'],
    [401, 'errors/expired_credentials', lookup, 'account-disconnected', 'never'],
    [401, 'errors/disconnected_account', lookup, 'account-disconnected', 'never'],
    [401, 'errors/multiple_sessions', lookup, 'account-disconnected', 'never'],
    [401, 'errors/insufficient_privileges', lookup, 'permission-missing', 'never'],
    [401, null, workspace, 'wrong-key', 'never'],
    [403, 'errors/feature_not_subscribed', lookup, 'product-missing', 'never'],
    [403, 'errors/subscription_required', lookup, 'product-missing', 'never'],
    [403, 'errors/account_restricted', lookup, 'permission-missing', 'never'],
    [403, 'errors/something_new', lookup, 'permission-missing', 'never'],
    [404, 'errors/resource_not_found', lookup, 'not-found', 'never'],
    [404, null, lookup, 'not-found', 'never'],
    [422, 'errors/invalid_recipient', lookup, 'unreachable-recipient', 'never'],
    [422, 'errors/provider_unreachable', lookup, 'provider-error', 'never'],
    [422, 'errors/invalid_account', lookup, 'not-supported', 'never'],
    [422, 'errors/invalid_recipient', { ...lookup, provider: 'whatsapp' }, 'not-found', 'never'],
    [404, 'errors/resource_not_found', { ...lookup, provider: 'whatsapp' }, 'not-found', 'never'],
    [422, 'errors/invalid_recipient', { ...lookup, provider: 'messenger' }, 'not-supported', 'never'],
    [429, 'errors/too_many_requests', lookup, 'rate-limited', 'backoff'],
    [500, 'errors/provider_error', lookup, 'provider-error', 'once'],
    [500, 'errors/unexpected_error', lookup, 'provider-error', 'never'],
    [501, 'errors/feature_not_implemented', lookup, 'not-supported', 'never'],
    [503, 'errors/service_unavailable', lookup, 'service-unavailable', 'backoff'],
    [503, 'errors/no_client_session', lookup, 'provider-error', 'backoff'],
    [504, 'errors/request_timeout', lookup, 'timeout', 'backoff'],
    // The type says more than a status that does not fit it.
    [403, 'errors/disconnected_account', lookup, 'account-disconnected', 'never'],
    [418, 'errors/teapot', lookup, 'bad-input', 'never'],
    [599, null, lookup, 'provider-error', 'never'],
    [302, null, workspace, 'redirected', 'never'],
    // Names of Object.prototype are no types.
    [404, 'errors/constructor', lookup, 'not-found', 'never'],
  ])('%i %s -> %s', (status, type, subject, kind, retry) => {
    const error = refused(status, type, subject)
    expect(error.failure.kind).toBe(kind)
    expect(error.failure.advice).toBeTruthy()
    expect(causeOf(error)?.retry).toBe(retry)
  })

  it('names the missing product', () =>
    expect(refused(403, 'errors/feature_not_subscribed', lookup).failure.message).toContain('Recruiter'))

  it('tells a web page from an unknown user', () => {
    const page = refusal(answer(404, '<html>not found</html>'), lookup)
    expect(page.failure).toMatchObject({ kind: 'bad-response', message: expect.stringContaining('web page') })
    expect(refusal(answer(502, '<html>bad gateway</html>'), lookup).failure.kind).toBe('service-unavailable')
    expect(refusal(answer(500, ''), lookup).failure.kind).toBe('provider-error')
    expect(refusal(answer(404, ''), lookup).failure.kind).toBe('not-found')
  })

  it('repeats nothing that the server or the caller wrote', () => {
    const body = { type: 'errors/Ada Lovelace', title: 'Ada Lovelace', detail: 'key k-123', instance: '+33600000000' }
    const error = refusal(answer(422, JSON.stringify(body)), lookup)
    const shown = JSON.stringify([error.failure, error.message, error.cause])
    for (const secret of ['Ada', 'k-123', '33600000000']) expect(shown).not.toContain(secret)
  })
})

const failed = (message: string, code?: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), code === undefined ? {} : { code }) })

describe('network failures', () => {
  it.each<[Error, ErrorKind, string]>([
    [failed('connect ECONNREFUSED 10.0.0.1:443', 'ECONNREFUSED'), 'offline', 'never'],
    [failed('getaddrinfo ENOTFOUND api.example', 'ENOTFOUND'), 'offline', 'never'],
    [failed('read ECONNRESET', 'ECONNRESET'), 'offline', 'backoff'],
    [failed('other side closed', 'UND_ERR_SOCKET'), 'offline', 'backoff'],
    [new TypeError('terminated'), 'offline', 'backoff'],
    [failed('unexpected redirect'), 'redirected', 'never'],
    [failed('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls', 'never'],
    [failed('certificate has expired', 'CERT_HAS_EXPIRED'), 'tls', 'never'],
    [failed('x', 'ERR_TLS_CERT_ALTNAME_INVALID'), 'tls', 'never'],
    [failed('Connect Timeout Error', 'UND_ERR_CONNECT_TIMEOUT'), 'timeout', 'once'],
    [failed('Expected HTTP/', 'HPE_INVALID_CONSTANT'), 'bad-response', 'once'],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline', 'never'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'offline', 'never'],
    [new Error('net::ERR_CONNECTION_REFUSED'), 'offline', 'never'],
    [new Error('net::ERR_CONNECTION_RESET'), 'offline', 'backoff'],
    [new Error('net::ERR_CONTENT_LENGTH_MISMATCH'), 'offline', 'backoff'],
    [new Error('net::ERR_EMPTY_RESPONSE'), 'offline', 'backoff'],
    [new Error('net::ERR_INCOMPLETE_CHUNKED_ENCODING'), 'offline', 'backoff'],
    [new Error('net::ERR_INVALID_HTTP_RESPONSE'), 'bad-response', 'once'],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls', 'never'],
    [new Error('net::ERR_SSL_PROTOCOL_ERROR'), 'tls', 'never'],
    [new Error('net::ERR_CONNECTION_TIMED_OUT'), 'timeout', 'once'],
    [new Error("Attempted to redirect, but redirect policy was 'error'"), 'redirected', 'never'],
  ])('%s', (error, kind, retry) => {
    const known = networkError(error)
    expect(known.failure.kind).toBe(kind)
    expect(causeOf(known)?.retry).toBe(retry)
    expect(JSON.stringify(known.failure)).not.toMatch(/10\.0\.0\.1|api\.example|ERR_|ECONN/)
  })
})

describe('a LinkedIn person who cannot be reached', () => {
  const reason = (changes: Partial<CallSubject>) =>
    refused(422, 'errors/invalid_recipient', { ...lookup, product: 'sales-navigator', ...changes }).failure

  it('by public id: says to get the Classic ID first', () => {
    const { kind, message, advice } = reason({ byPublicId: true })
    expect(kind).toBe('unreachable-recipient')
    expect(message).toContain('Sales Navigator by public id')
    expect(advice).toContain('Classic ID first')
  })

  it('by internal id: another id would not help', () => {
    const { message, advice } = reason({ byPublicId: false })
    expect(message).toBe('LinkedIn does not show this person to Sales Navigator.')
    expect(advice).not.toContain('Classic ID first')
  })
})
