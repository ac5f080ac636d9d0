import { deepStrictEqual } from 'node:assert'
import type { Page } from 'playwright/test'
import type { Failure } from '../../shared/domain/errors.ts'
import { calls, events } from '../../shared/ipc/contract.ts'
import type { Call } from '../../shared/ipc/define.ts'
import type { Outcome } from '../../shared/ipc/outcome.ts'

/** What was seen at the border of the page. Everything in `faults` fails the test. */
export interface Witness {
  faults: string[]
  /** Calls of the contract that the page made, by channel. */
  calls: Map<string, number>
  /** Events of the contract that reached the page, by name. */
  events: Map<string, number>
  called(channel: string, input: unknown, outcome: Outcome<unknown>): void
  pushed(name: string, payload: unknown): void
  /** Watches a page: what it asks of the network, what its policy stops, what it complains about. */
  watch(page: Page, ownOrigin: () => string): Promise<void>
}

const groups: Record<string, Record<string, Call>> = calls
const schemas: Record<string, Call['output']> = events

/** The call of a channel; undefined when the contract has none. */
const callOf = (channel: string): Call | undefined => {
  const [group = '', name = ''] = channel.split('.')
  return groups[group]?.[name]
}

const isSame = (one: unknown, other: unknown): boolean => {
  try {
    deepStrictEqual(one, other)
    return true
  } catch {
    return false
  }
}

/** Nothing may cross that the contract does not name: a parsed value is the value itself. */
const faultOf = (schema: Call['output'], value: unknown): string | null => {
  const parsed = schema.safeParse(value)
  if (!parsed.success) return parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ')
  return isSame(parsed.data, value) ? null : 'holds more than the contract names'
}

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)

/** Failures that the window and main never give each other a reason for; what a person typed wrongly is none of them. */
const isBroken = ({ kind, message }: Failure): boolean =>
  kind === 'internal' || message === 'This page may not use the app.' || message.startsWith('The request ')

/** Watches one test, over all starts of its app. */
export const createWitness = (): Witness => {
  const witness: Witness = {
    faults: [],
    calls: new Map(),
    events: new Map(),
    called: (channel, input, outcome) => {
      count(witness.calls, channel)
      const call = callOf(channel)
      if (call === undefined) {
        witness.faults.push(`${channel} is no call of the contract`)
        return
      }
      const asked = call.input.safeParse(input)
      if (!asked.success) witness.faults.push(`${channel} was asked wrongly: ${asked.error.issues[0]?.path.join('.')}`)
      if (!outcome.ok) {
        if (isBroken(outcome.error)) witness.faults.push(`${channel}: ${outcome.error.message}`)
        return
      }
      const fault = faultOf(call.output, outcome.value)
      if (fault !== null) witness.faults.push(`${channel} answered wrongly: ${fault}`)
    },
    pushed: (name, payload) => {
      count(witness.events, name)
      const schema = schemas[name]
      const fault = schema === undefined ? 'not in the contract' : faultOf(schema, payload)
      if (fault !== null) witness.faults.push(`event ${name}: ${fault}`)
    },
    watch: async (page, ownOrigin) => {
      const isOwn = (url: string): boolean => url.startsWith(`${ownOrigin()}/`) || url.startsWith('data:')
      page.on('request', (request) => {
        if (!isOwn(request.url())) witness.faults.push(`request to ${request.url()}`)
      })
      page.on('websocket', (socket) => witness.faults.push(`socket to ${socket.url()}`))
      page.on('popup', (popup) => witness.faults.push(`a second window at ${popup.url()}`))
      page.on('console', (message) => {
        // The browser looks for an icon of its tab, which no page of the app has.
        if (message.location().url === `${ownOrigin()}/favicon.ico`) return
        if (['error', 'warning'].includes(message.type())) witness.faults.push(`console: ${message.text()}`)
      })
      page.on('pageerror', (error) => witness.faults.push(`error of the page: ${error.message}`))
      await watchPolicy(page, witness)
    },
  }
  return witness
}

/** Violations of the page's policy, also those that the console does not tell. */
const watchPolicy = async (page: Page, witness: Witness): Promise<void> => {
  await page.exposeFunction('__policyStopped', (what: string) => void witness.faults.push(`policy: ${what}`))
  await page.addInitScript(() => {
    const tell = (window as unknown as { __policyStopped?: (what: string) => void }).__policyStopped
    Reflect.deleteProperty(window, '__policyStopped')
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      tell?.(`${effectiveDirective} ${blockedURI}`),
    )
  })
}
