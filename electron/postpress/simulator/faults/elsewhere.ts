import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Requests that followed a redirect to the other origin. */
export interface Redirected {
  requests: number
  /** Of those, how many carried the API key: a client must never do that. */
  withKey: number
}

/** The other origin that the `redirect` fault points to. Starts when first needed. */
export interface Elsewhere {
  url(): Promise<string>
  redirected(): Redirected
  stop(): Promise<void>
}

export const createElsewhere = (): Elsewhere => {
  const seen = { requests: 0, withKey: 0 }
  let starting: Promise<Server> | undefined

  const start = (): Promise<Server> =>
    new Promise((resolve, reject) => {
      const server = createServer((request, response) => {
        seen.requests += 1
        if (request.headers['x-api-key'] !== undefined) seen.withKey += 1
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"Elsewhere"}')
      })
      server.once('error', reject)
      server.listen(0, '127.0.0.1', () => resolve(server))
    })

  return {
    url: async () => {
      starting ??= start()
      const { port } = (await starting).address() as AddressInfo
      return `http://127.0.0.1:${port}`
    },
    redirected: () => ({ ...seen }),
    stop: async () => {
      if (starting === undefined) return
      const server = await starting
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
