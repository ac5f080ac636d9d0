import { identify } from '#shared/identifiers/identify.ts'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import type { Desk } from '../workspaces/desk.ts'

export const peopleHandlers = (desk: Desk): MainHandlers['people'] => ({
  identify: ({ text, provider }) => identify(text, provider === null ? {} : { provider }),
  resolve: (request) => desk.current().resolve(request),
})
