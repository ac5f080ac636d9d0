import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Call, CallLog } from './calls.ts'
import { ApiError, errorBody } from './errors.ts'
import type { Elsewhere } from './faults/elsewhere.ts'
import type { Faults, Strike } from './faults/faults.ts'
import { failure, ok, type Reply } from './reply.ts'
import { type MatchedRoute, matchRoute } from './routes.ts'
import type { World } from './world/world.ts'

export const API_PATH = '/api/v1'
const CALLS_PATH = '/__simulator/calls'

/** Everything that answers requests, without the sockets. */
export interface Api {
  world: World
  key: string
  calls: CallLog & { add(call: Call): void }
  faults: Faults
  elsewhere: Elsewhere
}

/** An answer and how it goes out. */
export interface Answer {
  reply: Reply
  /** Faults that strike this request. */
  strikes: Strike[]
}

const checkKey = (given: string | string[] | undefined, key: string): void => {
  if (typeof given !== 'string' || given === '')
    throw new ApiError('missing_credentials', 'The header X-API-KEY is missing.')
  const [a, b] = [Buffer.from(given), Buffer.from(key)]
  if (a.length !== b.length || !timingSafeEqual(a, b))
    throw new ApiError('invalid_credentials', 'The API key is wrong.')
}

/** Runs `work`; failures of the API become their body, anything else `unexpected_error`. */
const orFailure = (work: () => Reply): Reply => {
  try {
    return work()
  } catch (error) {
    if (error instanceof ApiError) return failure(error.body)
    return failure(errorBody('unexpected_error', error instanceof Error ? error.message : String(error)))
  }
}

/** What the API answers when these faults strike: one that answers itself wins, the others edit. */
const spoil = async (
  api: Pick<Api, 'elsewhere' | 'world'>,
  target: string,
  query: URLSearchParams,
  route: MatchedRoute,
  strikes: Strike[],
  run: (params: readonly string[]) => Reply,
) => {
  const exchange = (argument: number) => ({
    world: api.world,
    route: route.name,
    target,
    query,
    argument,
    answer: (params: readonly string[]) => orFailure(() => run(params)),
    elsewhere: api.elsewhere.url,
  })
  for (const { kind, argument } of strikes) if (kind.instead !== undefined) return kind.instead(exchange(argument))
  let reply = orFailure(() => run(route.params))
  for (const { kind, argument } of strikes) reply = kind.edit?.(reply, exchange(argument)) ?? reply
  return reply
}

const callApi = async (api: Api, method: string, url: URL): Promise<Answer> => {
  const { searchParams: query, pathname } = url
  if (method !== 'GET') throw new ApiError('resource_not_found', `Cannot ${method} ${pathname}.`)
  const route = matchRoute(pathname.slice(API_PATH.length + 1))
  const strikes = api.faults.draw(route.name)
  const world = strikes.reduce(
    (before, { kind, argument, strikes: count }) => kind.world?.(before, argument, count) ?? before,
    api.world,
  )
  // Live calls name their account; the others say while they run which account they turned out to be about.
  let accountId = query.get('account_id')
  const run = (params: readonly string[]): Reply =>
    route.handle({
      world,
      params,
      query,
      about: (id) => {
        accountId = id
      },
    })
  const reply = await spoil({ ...api, world }, `${pathname}${url.search}`, query, route, strikes, run)
  api.calls.add({
    route: route.name,
    accountId,
    method,
    path: pathname,
    query: Object.fromEntries(query),
    notify: query.has('notify'),
    status: reply.status,
  })
  return { reply, strikes }
}

/** Answers one request; never throws. */
export const answerRequest = async (api: Api, request: IncomingMessage): Promise<Answer> => {
  try {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    checkKey(request.headers['x-api-key'], api.key)
    if (url.pathname === CALLS_PATH)
      return { reply: ok({ accounts: api.calls.byAccount(), notified: api.calls.notified().length }), strikes: [] }
    if (!url.pathname.startsWith(`${API_PATH}/`)) throw new ApiError('resource_not_found', 'Cannot find this route.')
    return await callApi(api, request.method ?? 'GET', url)
  } catch (error) {
    return {
      reply: orFailure(() => {
        throw error
      }),
      strikes: [],
    }
  }
}
