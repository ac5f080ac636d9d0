import type { MainHandlers } from '#shared/ipc/contract.ts'
import type { Desk } from '../workspaces/desk.ts'

export const rawHandlers = (desk: Desk): MainHandlers['raw'] => ({
  keeping: () => desk.current().cache.rawKeeping(),
  keep: ({ on }) => desk.current().keepRaw(on),
  of: (subject) => desk.current().cache.rawOf(subject),
})
