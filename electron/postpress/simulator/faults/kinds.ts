import type { ServerResponse } from 'node:http'
import { errorBody } from '../errors.ts'
import { failure, html, type Reply } from '../reply.ts'
import type { RouteName } from '../routes.ts'
import type { World } from '../world/world.ts'
import { CONTENT_FAULTS } from './content.ts'
import { PAGING_FAULTS } from './paging.ts'
import { TURN_FAULTS } from './turns.ts'

/** The request that a fault spoils. */
export interface Exchange {
  world: World
  route: RouteName
  /** Path and query as received. */
  target: string
  query: URLSearchParams
  /** The fault's number (`latency:800`), or its usual one. */
  argument: number
  /** What the API would answer with other path parameters. */
  answer(params: readonly string[]): Reply
  /** A server on another origin. */
  elsewhere(): Promise<string>
}

/** One way to misbehave. Each part is optional; a new fault is one more entry of FAULT_KINDS. */
export interface FaultKind {
  about: string
  /** Number after a colon, e.g. milliseconds. */
  argument?: { about: string; usual: number }
  /** Only these routes can have it. */
  routes?: readonly RouteName[]
  /** Waits before anything else, ms. */
  delay?(argument: number): number
  /** The world that answers from the first strike on, given how often it struck: what happened is not undone. */
  world?(world: World, argument: number, strikes: number): World
  /** Answers in place of the API. */
  instead?(exchange: Exchange): Reply | Promise<Reply>
  /** Changes what the API answered. */
  edit?(reply: Reply, exchange: Exchange): Reply
  /** Sends the bytes in its own way. */
  send?(response: ServerResponse, status: number, headers: Record<string, string>, body: Buffer, argument: number): void
}

const tooMany = (headers: Record<string, string>): Reply => failure(errorBody('too_many_requests'), headers)

const PIECES = 8

const half = (body: Buffer): Buffer => body.subarray(0, Math.floor(body.length / 2))

/** The profile of another attendee of the same account. */
const anotherPerson = (reply: Reply, { world, query, answer }: Exchange): Reply => {
  if (reply.status !== 200) return reply
  const right = JSON.stringify(reply.json)
  for (const attendee of world.attendees(query.get('account_id') ?? '')) {
    if (attendee.isSelf) continue
    const wrong = answer([world.providerId(attendee)])
    if (wrong.status === 200 && JSON.stringify(wrong.json) !== right) return wrong
  }
  return reply
}

/** Sends the body in pieces, with a pause before each. */
const sendSlowly = (
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: Buffer,
  pauseMs: number,
): void => {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  const size = Math.max(1, Math.ceil(body.length / PIECES))
  const sendFrom = (start: number): void => {
    if (response.destroyed) return
    response.write(body.subarray(start, start + size))
    if (start + size < body.length) setTimeout(() => sendFrom(start + size), pauseMs)
    else response.end()
  }
  sendFrom(0)
}

export const FAULT_KINDS = {
  latency: {
    about: 'answers late',
    argument: { about: 'milliseconds', usual: 300 },
    delay: (argument) => argument,
  },
  'slow-body': {
    about: 'the body in eight pieces with pauses',
    argument: { about: 'milliseconds between pieces', usual: 100 },
    send: sendSlowly,
  },
  'http-500-provider-error': {
    about: '500 errors/provider_error',
    instead: () => failure(errorBody('provider_error', 'The provider answered with an error.')),
  },
  'http-503': { about: '503 errors/service_unavailable', instead: () => failure(errorBody('service_unavailable')) },
  'http-504': { about: '504 errors/request_timeout', instead: () => failure(errorBody('request_timeout')) },
  'http-429': { about: '429 without Retry-After', instead: () => tooMany({}) },
  'http-429-retry-after': {
    about: '429 with Retry-After in seconds',
    argument: { about: 'seconds', usual: 1 },
    instead: ({ argument }) => tooMany({ 'retry-after': String(argument) }),
  },
  'http-429-retry-after-date': {
    about: '429 with Retry-After as an HTTP date',
    argument: { about: 'seconds from now', usual: 2 },
    instead: ({ argument }) => tooMany({ 'retry-after': new Date(Date.now() + argument * 1_000).toUTCString() }),
  },
  'http-429-retry-after-nonsense': {
    about: '429 with a Retry-After that means nothing',
    instead: () => tooMany({ 'retry-after': 'soon' }),
  },
  'html-200': { about: '200 with an HTML page', instead: () => html(200, 'Welcome') },
  'html-502': { about: '502 with the HTML page of a gateway', instead: () => html(502, '502 Bad Gateway') },
  'empty-body': {
    about: '200 without a body',
    instead: () => ({ status: 200, headers: { 'content-type': 'application/json' }, bytes: Buffer.alloc(0) }),
  },
  'truncated-json': {
    about: 'half of the JSON, as if it were all',
    send: (response, status, headers, body) => {
      response.writeHead(status, { ...headers, 'content-length': half(body).length }).end(half(body))
    },
  },
  'reset-mid-body': {
    about: 'closes the connection in the middle of the body',
    send: (response, status, headers, body) => {
      response.writeHead(status, { ...headers, 'content-length': body.length })
      response.write(half(body), () => response.destroy())
    },
  },
  'wrong-person-profile': { about: 'the profile of somebody else', routes: ['profile'], edit: anotherPerson },
  ...PAGING_FAULTS,
  ...CONTENT_FAULTS,
  ...TURN_FAULTS,
  redirect: {
    about: '302 to another origin',
    instead: async ({ target, elsewhere }) => ({
      status: 302,
      headers: { location: `${await elsewhere()}${target}` },
      bytes: Buffer.alloc(0),
    }),
  },
} as const satisfies Record<string, FaultKind>

export type FaultName = keyof typeof FAULT_KINDS
export const FAULT_NAMES = Object.keys(FAULT_KINDS) as FaultName[]
export const faultKind = (name: FaultName): FaultKind => FAULT_KINDS[name]
