/** Titles of the API's error types (`errors/` is added on the wire). */
const TITLES = {
  invalid_parameters: [400, 'Invalid parameters'],
  malformed_request: [400, 'Malformed request'],
  missing_parameters: [400, 'Missing parameters'],
  missing_credentials: [401, 'Missing credentials'],
  invalid_credentials: [401, 'Invalid credentials'],
  disconnected_account: [401, 'Disconnected account'],
  feature_not_subscribed: [403, 'Feature not subscribed'],
  resource_not_found: [404, 'Resource not found'],
  invalid_recipient: [422, 'Recipient cannot be reached'],
  invalid_account: [422, 'Invalid account'],
  too_many_requests: [429, 'Too many requests'],
  unexpected_error: [500, 'Unexpected error'],
  provider_error: [500, 'Provider error'],
  feature_not_implemented: [501, 'Feature not implemented'],
  service_unavailable: [503, 'Service unavailable'],
  request_timeout: [504, 'Request timeout'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorType = keyof typeof TITLES

/** The body that the API sends with every failure. */
export interface ErrorBody {
  title: string
  type: string
  status: number
  detail?: string
}

export const errorBody = (type: ErrorType, detail?: string): ErrorBody => {
  const [status, title] = TITLES[type]
  return { title, type: `errors/${type}`, status, ...(detail === undefined ? {} : { detail }) }
}

/** Thrown by routes; the server answers with the body. */
export class ApiError extends Error {
  readonly body: ErrorBody

  constructor(type: ErrorType, detail?: string) {
    super(detail ?? type)
    this.name = 'ApiError'
    this.body = errorBody(type, detail)
  }
}
