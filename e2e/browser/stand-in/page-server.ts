import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type RequestHandler = (request: Request) => Promise<Response> | Response

/**
 * Serves over http on loopback what a handler of the app's scheme answers: the same files, the same headers, the same
 * refusals. A browser knows no scheme of an app.
 * @param root what the scheme's address begins with, for example `app://inspector`
 * @param port 0: any that is free
 */
export const servePage = async (handler: RequestHandler, root: string, port: number): Promise<string> => {
  const server: Server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const { method = 'GET', url = '/' } = request
      const answered = await handler(new Request(`${root}${url}`, { method }))
      response.writeHead(answered.status, Object.fromEntries(answered.headers))
      // As in Electron, an answer need not be more than what is read of it.
      response.end(Buffer.from(await new Response(answered.body).arrayBuffer()))
    }
    answer().catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))))
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', listening)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
