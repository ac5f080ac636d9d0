/** What one GET needs: the client adds the key to `headers` only for the workspace's own origin. */
export interface TransportRequest {
  url: string
  headers: Record<string, string>
  signal: AbortSignal
}

/** The part of a fetch `Response` that the client reads. */
export interface TransportResponse {
  status: number
  /** Final address; empty when the transport does not say. */
  url?: string
  redirected?: boolean
  headers: { get(name: string): string | null }
  body: ReadableStream<Uint8Array> | null
}

/** The network, injected: the app gives its session's fetch, tests and scripts give Node's. Must not follow redirects. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>

/** A transport over any standard `fetch` (Node's, for tests and scripts). Redirects reject, cookies are never sent. */
export const fetchTransport =
  (fetchFunction: typeof fetch): Transport =>
  (request) =>
    fetchFunction(request.url, {
      method: 'GET',
      headers: request.headers,
      signal: request.signal,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    })
