import type { MainHandlers } from '#shared/ipc/contract.ts'
import type { Desk } from '../workspaces/desk.ts'

export const syncHandlers = (desk: Desk): MainHandlers['sync'] => ({
  status: () => desk.current().sync.status(),
  start: ({ accountId, depth }) => desk.current().sync.start({ accountId, depth }),
  report: () => desk.current().cache.syncReport(),
  pause: () => desk.current().sync.pause(),
  resume: () => desk.current().sync.resume(),
  cancel: () => desk.current().sync.cancel(),
})
