import type { WebContents } from 'electron'
import type * as z from 'zod'
import { type ContractEvents, events } from '#shared/ipc/contract.ts'
import { log } from '../log.ts'

export type Publish = <N extends keyof ContractEvents>(event: N, payload: z.input<ContractEvents[N]>) => void

/** The only place that sends to the window. Payloads are parsed like outputs; without a window they are dropped. */
export const createPublish =
  (target: () => WebContents | null): Publish =>
  (event, payload) => {
    const contents = target()
    if (contents === null || contents.isDestroyed()) return
    const parsed = events[event].safeParse(payload)
    if (parsed.success) contents.send(event, parsed.data)
    else log('error', 'ipc', `event ${event}: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`)
  }
