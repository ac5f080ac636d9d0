import type { MainHandlers } from '#shared/ipc/contract.ts'
import type { Desk } from '../workspaces/desk.ts'

export const syncHandlers = (desk: Desk): MainHandlers['sync'] => ({
  status: () => desk.current().sync.status(),
  start: ({ accountId }) => desk.current().sync.start({ accountId }),
  cancel: () => desk.current().sync.cancel(),
})
