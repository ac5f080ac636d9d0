import type { MainHandlers } from '#shared/ipc/contract.ts'
import type { Desk } from '../workspaces/desk.ts'

export const accountHandlers = (desk: Desk): MainHandlers['accounts'] => ({
  list: () => desk.current().cache.accounts(),
})
