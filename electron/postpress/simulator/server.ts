import { randomBytes } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, API_PATH, type Api, answerRequest } from './api.ts'
import { type CallLog, createCallLog } from './calls.ts'
import { createElsewhere, type Redirected } from './faults/elsewhere.ts'
import { createFaults } from './faults/faults.ts'
import type { FaultSpec } from './faults/parse.ts'
import { encodeReply } from './reply.ts'
import { createWorld, type World, type WorldOptions } from './world/world.ts'

export interface SimulatorOptions extends WorldOptions {
  /** 0 (default): any free port. */
  port?: number
  /** The API key; random when absent. */
  key?: string
  /** See parseFault: `name=rate`, `name@route=rate`, `name:number@route=rate`. */
  faults?: readonly (string | FaultSpec)[]
  /** A world made before, in place of one from seed and attendees. */
  world?: World
}

export interface AccountSummary {
  id: string
  type: string
  name: string
  status: string
}

export interface RunningSimulator {
  /** Base URL with /api/v1. */
  url: string
  port: number
  key: string
  accounts: AccountSummary[]
  world: World
  calls: CallLog
  /** Replaces all faults; an empty list switches them off. Throws a FaultError. */
  setFaults(specs: readonly (string | FaultSpec)[]): void
  /** Who followed the `redirect` fault. */
  redirected(): Redirected
  /** Closes every socket. Safe to call twice. */
  stop(): Promise<void>
}

const deliver = (response: ServerResponse, { reply, strikes }: Answer): void => {
  const { headers, body } = encodeReply(reply)
  const sender = strikes.find(({ kind }) => kind.send !== undefined)
  if (sender?.kind.send !== undefined) sender.kind.send(response, reply.status, headers, body, sender.argument)
  else response.writeHead(reply.status, { ...headers, 'content-length': body.length }).end(body)
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })

const createApiServer = (api: Api, stopped: AbortSignal): Server =>
  createServer((request, response) => {
    request.resume()
    void answerRequest(api, request).then(async (answer) => {
      const delay = answer.strikes.reduce((sum, { kind, argument }) => sum + (kind.delay?.(argument) ?? 0), 0)
      if (delay > 0) {
        // The client may leave while it waits, and stop() ends the wait.
        const left = await wait(delay, false, { signal: stopped }).catch(() => true)
        if (left || response.destroyed) return
      }
      deliver(response, answer)
    })
  })

/**
 * Starts the API on 127.0.0.1. Throws a RangeError for a world that cannot be, a FaultError for an unknown fault, and Node's error
 * when the port is taken.
 */
export const startSimulator = async (options: SimulatorOptions = {}): Promise<RunningSimulator> => {
  const { port = 0, key = randomBytes(24).toString('base64url'), faults: specs = [] } = options
  const world = options.world ?? createWorld(options)
  const faults = createFaults(world.seed)
  faults.set(specs)
  const calls = createCallLog()
  const elsewhere = createElsewhere()
  const stopped = new AbortController()
  const server = createApiServer({ world, key, calls, faults, elsewhere }, stopped.signal)
  const actualPort = await listen(server, port)
  return {
    url: `http://127.0.0.1:${actualPort}${API_PATH}`,
    port: actualPort,
    key,
    accounts: world.accounts.map(({ id, type, name, status }) => ({ id, type, name, status })),
    world,
    calls,
    setFaults: faults.set,
    redirected: elsewhere.redirected,
    stop: async () => {
      stopped.abort()
      server.closeAllConnections()
      await Promise.all([new Promise<void>((resolve) => server.close(() => resolve())), elsewhere.stop()])
    },
  }
}
