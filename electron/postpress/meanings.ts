import type { ErrorKind } from '#shared/domain/errors.ts'
import type { RetryClass } from './api-cause.ts'

/** What a refusal means to a person, and whether asking again can help. */
export interface Meaning {
  kind: ErrorKind
  message: string
  advice: string
  retry?: RetryClass
  retryable?: boolean
  unspent?: boolean
}

export const WRONG_KEY: Meaning = {
  kind: 'wrong-key',
  message: 'postpress did not accept the API key.',
  advice: 'Check the API key and that it belongs to this API URL.',
  unspent: true,
}
export const DISCONNECTED: Meaning = {
  kind: 'account-disconnected',
  message: 'The account is disconnected from its provider.',
  advice: 'Reconnect the account in the postpress dashboard, then try again.',
}
export const BAD_REQUEST: Meaning = {
  kind: 'bad-input',
  message: 'postpress did not accept the request.',
  advice: 'Check the identifier: it may be cut off, or of another kind.',
}
export const NOT_FOUND: Meaning = {
  kind: 'not-found',
  message: 'postpress found nothing under this identifier.',
  advice: 'Check the identifier. The profile may also be deleted or private.',
}
const NOT_ALLOWED: Meaning = {
  kind: 'permission-missing',
  message: 'postpress does not allow this call.',
  advice: 'Check the permissions of the API key and of the account.',
}
export const UNREACHABLE: Meaning = {
  kind: 'unreachable-recipient',
  message: 'The provider says that this person cannot be reached with this identifier.',
  advice:
    'It may be the id of another product, a locked profile, or someone outside the network. Try the internal id of the product.',
}
export const PROVIDER: Meaning = {
  kind: 'provider-error',
  message: 'The provider answered with an error.',
  advice: 'Try again later. Many calls in a short time can also cause this.',
  retryable: true,
}
export const UNSUPPORTED: Meaning = {
  kind: 'not-supported',
  message: 'postpress does not offer this for this provider.',
  advice: 'Nothing can be done here: use another way to find the information.',
}
const LIMITED: Meaning = {
  kind: 'rate-limited',
  message: 'postpress or the provider received too many calls.',
  advice: 'Wait a few minutes before trying again.',
  retry: 'backoff',
  retryable: true,
  unspent: true,
}
const UNAVAILABLE: Meaning = {
  kind: 'service-unavailable',
  message: 'postpress is not available at the moment.',
  advice: 'Try again in a few minutes.',
  retry: 'backoff',
  retryable: true,
}
const GATEWAY_TIMEOUT: Meaning = {
  kind: 'timeout',
  message: 'postpress did not get an answer from the provider in time.',
  advice: 'Try again in a few minutes.',
  retry: 'backoff',
  retryable: true,
}

/** By the body's `type`, without its prefix. */
export const BY_TYPE: Record<string, Meaning> = {
  invalid_parameters: BAD_REQUEST,
  malformed_request: BAD_REQUEST,
  missing_parameters: BAD_REQUEST,
  missing_credentials: WRONG_KEY,
  invalid_credentials: WRONG_KEY,
  disconnected_account: DISCONNECTED,
  multiple_sessions: {
    ...DISCONNECTED,
    message: 'The provider ended the session of this account because the account is open in several places.',
  },
  insufficient_privileges: { ...NOT_ALLOWED, message: 'The API key has no permission for this call.' },
  insufficient_permissions: NOT_ALLOWED,
  account_restricted: {
    ...NOT_ALLOWED,
    message: 'The provider has restricted this account.',
    advice: 'The owner of the account must lift the restriction at the provider.',
  },
  resource_not_found: NOT_FOUND,
  invalid_resource_identifier: NOT_FOUND,
  invalid_recipient: UNREACHABLE,
  user_unreachable: UNREACHABLE,
  invalid_account: {
    ...UNSUPPORTED,
    message: 'This account cannot be used for this call.',
    advice: 'Choose an account of the right provider and product.',
  },
  provider_unreachable: { ...PROVIDER, message: 'postpress could not reach the provider.' },
  too_many_requests: LIMITED,
  provider_error: { ...PROVIDER, retry: 'once' },
  unexpected_error: { ...PROVIDER, message: 'postpress failed with an unexpected error.' },
  feature_not_implemented: UNSUPPORTED,
  no_client_session: {
    ...PROVIDER,
    message: 'postpress has no running session for this account at the moment.',
    advice: 'Try again in a few minutes. If it stays, reconnect the account.',
    retry: 'backoff',
    unspent: true,
  },
  service_unavailable: { ...UNAVAILABLE, unspent: true },
  request_timeout: GATEWAY_TIMEOUT,
}

/** For bodies without a known `type`. */
export const BY_STATUS: Record<number, Meaning> = {
  400: BAD_REQUEST,
  401: WRONG_KEY,
  403: NOT_ALLOWED,
  404: NOT_FOUND,
  408: GATEWAY_TIMEOUT,
  422: UNREACHABLE,
  429: LIMITED,
  500: PROVIDER,
  501: UNSUPPORTED,
  502: UNAVAILABLE,
  503: UNAVAILABLE,
  504: GATEWAY_TIMEOUT,
}
