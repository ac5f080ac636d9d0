import type { MainHandlers } from '#shared/ipc/contract.ts'
import type { Desk } from '../workspaces/desk.ts'

export const workspaceHandlers = (desk: Desk): MainHandlers['workspaces'] => ({
  state: () => desk.state(),
  openDemo: () => desk.openDemo(),
  connect: (request) => desk.connect(request),
  open: ({ id }) => desk.open(id),
  unlock: ({ id, key, remember }) => desk.unlock(id, key, remember),
  remove: ({ id }) => desk.remove(id),
  enterPassphrase: ({ id, passphrase }) => desk.enterPassphrase(id, passphrase),
  setPassphrase: ({ id, passphrase }) => desk.setPassphrase(id, passphrase),
  testKey: async ({ id }) => {
    await desk.testKey(id)
    return null
  },
  removeKey: ({ id }) => desk.removeKey(id),
  startOver: ({ id }) => desk.startOver(id),
  close: () => desk.close(),
})
