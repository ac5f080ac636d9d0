import { session } from 'electron'
import type { Transport } from './postpress/transport.ts'

/**
 * The network of the app: an own in-memory session (the OS proxy, PAC and certificate store apply; no cookies, no
 * cache), never shared with the page. A redirect is an error: the key must not follow it to another host.
 */
export const createApiTransport = (userAgent: string): Transport => {
  const api = session.fromPartition('postpress-api', { cache: false })
  api.setUserAgent(userAgent)
  return (request) =>
    api.fetch(request.url, {
      method: 'GET',
      headers: request.headers,
      signal: request.signal,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      bypassCustomProtocolHandlers: true,
    })
}
