import { calls, type MainHandlers } from '#shared/ipc/contract.ts'
import type { Call } from '#shared/ipc/define.ts'
import { log } from '../log.ts'
import { answer } from './answer.ts'
import type { AnswerCall } from './register.ts'
import { isTrustedSender, type Trust } from './trusted-sender.ts'

const REFUSED = {
  ok: false,
  error: { kind: 'refused', message: 'This page may not use the app.', retryable: false },
} as const

/**
 * Answers the calls of the contract with these handlers. A call from anything but the app's own window is refused before
 * its input is looked at.
 */
export const serve = (handlers: MainHandlers, trust: Trust): AnswerCall => {
  const served = new Map<string, { call: Call; handler: (input: unknown) => unknown }>()
  for (const [group, named] of Object.entries<Record<string, Call>>(calls)) {
    const implementations = handlers[group as keyof MainHandlers] as Record<string, (input: never) => unknown>
    for (const [name, call] of Object.entries(named))
      served.set(`${group}.${name}`, { call, handler: implementations[name] as (input: unknown) => unknown })
  }
  return async (channel, event, raw) => {
    const found = served.get(channel)
    if (found !== undefined && isTrustedSender(event, trust)) return answer(channel, found.call, found.handler, raw)
    log('warn', 'ipc', `refused ${channel}: ${found === undefined ? 'no such call' : 'an untrusted sender'}`)
    return REFUSED
  }
}
