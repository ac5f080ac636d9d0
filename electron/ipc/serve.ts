import { ipcMain } from 'electron'
import { type Contract, calls, type MainHandlers } from '#shared/ipc/contract.ts'
import type { Call } from '#shared/ipc/define.ts'
import { log } from '../log.ts'
import { answer } from './answer.ts'
import { isTrustedSender, type Trust } from './trusted-sender.ts'

/**
 * The only place that registers IPC handlers: one per call of the contract. A call from anything but the app's own
 * window is refused before its input is looked at.
 */
export const serve = (handlers: MainHandlers, trust: Trust): void => {
  for (const group of Object.keys(calls) as (keyof Contract)[]) {
    const implementations: Record<string, unknown> = handlers[group]
    for (const [name, call] of Object.entries<Call>(calls[group])) {
      const channel = `${group}.${name}`
      const handler = implementations[name] as (input: unknown) => unknown
      ipcMain.handle(channel, (event, raw: unknown) => {
        if (isTrustedSender(event, trust)) return answer(channel, call, handler, raw)
        log('warn', 'ipc', `refused ${channel} from an untrusted sender`)
        return { ok: false, error: { kind: 'refused', message: 'This page may not use the app.', retryable: false } }
      })
    }
  }
}
