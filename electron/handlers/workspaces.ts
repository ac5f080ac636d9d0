import type { MainHandlers } from '#shared/ipc/contract.ts'
import type { Desk } from '../workspaces/desk.ts'

export const workspaceHandlers = (desk: Desk): MainHandlers['workspaces'] => ({
  state: () => desk.state(),
  openDemo: () => desk.openDemo(),
  connect: (request) => desk.connect(request),
  open: ({ id }) => desk.open(id),
  unlock: ({ id, key, remember }) => desk.unlock(id, key, remember),
  remove: ({ id }) => desk.remove(id),
  close: () => desk.close(),
})
