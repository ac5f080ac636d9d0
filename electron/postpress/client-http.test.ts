import { createServer, Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { AppError } from '#shared/domain/errors.ts'
import { createClient } from './client.ts'
import { fetchTransport } from './transport.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close()
    if (server instanceof HttpServer) server.closeAllConnections()
  }
})

const listen = async (server: Server): Promise<number> => {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const serve = (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> =>
  listen(createServer(answer))

const clientOf = (port: number, limits: object = {}, scheme = 'http') =>
  createClient({
    url: `${scheme}://127.0.0.1:${port}/api/v1`,
    key: 'the-key',
    transport: fetchTransport(fetch),
    random: () => 0,
    limits,
  })
const failure = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: AppError) => error.failure,
  )
const json = (response: ServerResponse, text: string): void => {
  response.setHeader('content-type', 'application/json')
  response.end(text)
}

describe('over real connections', () => {
  it.each([301, 302, 307, 308])('does not follow a %i, so the key stays at its origin', async (status) => {
    const elsewhere: IncomingMessage[] = []
    const other = await serve((request, response) => {
      elsewhere.push(request)
      json(response, '{"items":[]}')
    })
    let calls = 0
    const port = await serve((_request, response) => {
      calls += 1
      response.writeHead(status, { location: `http://127.0.0.1:${other}/api/v1/accounts` }).end()
    })
    expect(await failure(clientOf(port).accounts(null))).toMatchObject({ kind: 'redirected', retryable: false })
    expect(elsewhere).toHaveLength(0)
    expect(calls).toBe(1)
  })

  it('tries a reset and a cut body again, and succeeds', async () => {
    let calls = 0
    const port = await serve((request, response) => {
      calls += 1
      if (calls === 1) request.socket.destroy()
      else if (calls === 2) {
        response.writeHead(200, { 'content-length': '1000' }).write('{"items":[')
        setImmediate(() => response.destroy())
      } else json(response, '{"items":[],"cursor":null}')
    })
    expect(await clientOf(port).accounts(null)).toEqual({ items: [], problems: [], cursor: null })
    expect(calls).toBe(3)
  })

  it('times out on a body that never ends', async () => {
    const port = await serve((_request, response) => {
      response.write('{"items":[')
    })
    expect(await failure(clientOf(port, { attemptMs: 50 }).accounts(null))).toMatchObject({ kind: 'timeout' })
  })

  it('stops an endless body at the cap', async () => {
    let isClosed = false
    const port = await serve((_request, response) => {
      const more = (): void => {
        if (!isClosed) response.write(Buffer.alloc(64 * 1024, 32), () => setImmediate(more))
      }
      response.on('close', () => {
        isClosed = true
      })
      more()
    })
    expect(await failure(clientOf(port, { maxBytes: 100_000 }).accounts(null))).toMatchObject({ kind: 'bad-response' })
    await expect.poll(() => isClosed).toBe(true)
  })

  it('says offline for a closed port, tls for a server without TLS, bad-response for one without HTTP', async () => {
    const port = await serve((_request, response) => json(response, '{}'))
    expect(await failure(clientOf(port, {}, 'https').accounts(null))).toMatchObject({ kind: 'tls' })
    const noHttp = await listen(
      createSocketServer((socket) => socket.on('error', () => undefined).end('220 mail\r\n\r\n')),
    )
    expect(await failure(clientOf(noHttp).accounts(null))).toMatchObject({ kind: 'bad-response' })
    const closed = createSocketServer()
    const closedPort = await listen(closed)
    await new Promise((resolve) => closed.close(resolve))
    expect(await failure(clientOf(closedPort).accounts(null))).toMatchObject({ kind: 'offline' })
  })

  it('keeps every digit of a number beyond 2^53, in strings and bare', async () => {
    const port = await serve((_request, response) =>
      json(response, '{"pk":9007199254740993123,"provider_messaging_id":"17841400000000000001","username":"Ada"}'),
    )
    const profile = await clientOf(port).user('ada', 'acc', 'instagram', null)
    expect(profile.internalId).toBe('9007199254740993123')
    expect(profile.identifiers.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'internal 9007199254740993123',
      'messaging 17841400000000000001',
      'public ada',
    ])
  })

  it.each([
    ['nesting beyond the stack', `${'['.repeat(200_000)}1234567890123456789${']'.repeat(200_000)}`],
    ['an envelope that is a list', '[]'],
    ['null', 'null'],
    ['items that are no list', '{"items":{"length":3}}'],
    ['bytes that are no text', '\ufffd\u0000'],
  ])('refuses %s', async (_name, text) => {
    const port = await serve((_request, response) => json(response, text))
    expect(await failure(clientOf(port).accounts(null))).toMatchObject({ kind: 'bad-response' })
  })

  it('sets hostile items aside and keeps the good ones', async () => {
    const items = [
      '{"id":"good","provider_id":"1","__proto__":{"polluted":true},"constructor":1,"specifics":{"provider":"NEW","x":[]}}',
      '{"id":"","provider_id":"2"}',
      '{"id":"no-person"}',
      '{"id":"other","provider_id":"3","account_id":"someone-else"}',
      '{"id":{"a":1},"provider_id":[]}',
      'null',
      '"text"',
      '{"id":"odd","provider_id":4,"name":null,"is_self":"yes","specifics":"none","profile_url":"javascript:alert(1)"}',
    ]
    const port = await serve((_request, response) => json(response, `{"items":[${items.join()}],"cursor":""}`))
    const page = await clientOf(port).attendees({ id: 'acc', provider: 'x' }, null)
    expect(page.items.map(({ id }) => id)).toEqual(['good', 'odd'])
    expect(page.items[1]).toMatchObject({ providerId: '4', name: '', isSelf: false, profileUrl: null })
    expect(page.problems).toHaveLength(6)
    expect(page.problems[2]).toEqual({ itemId: 'other', reason: 'Belongs to another account' })
    expect(page.problems[1]).toEqual({ itemId: 'no-person', reason: 'Missing or wrong: provider_id' })
    expect(page.cursor).toBeNull()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})
