import { keysOfPassport } from '#shared/cases/person-key.ts'
import { AppError } from '#shared/domain/errors.ts'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { passportOfRef } from '../cases/people.ts'
import type { Desk } from '../workspaces/desk.ts'

/** Decisions about who is the same person. They are remembered, and never merge anybody. */
export const linkHandlers = (desk: Desk): MainHandlers['links'] => ({
  decide: async ({ person, otherId, verdict }) => {
    const now = Date.now()
    const workspace = desk.current()
    const passport = await passportOfRef(workspace, person, now)
    const other = passport?.elsewhere.find(({ row }) => row.id === otherId)
    if (passport === null || other === undefined)
      throw new AppError('not-found', 'Nothing cached links these two people any more.')
    const link = verdict === null ? null : { verdict, evidence: other.evidence, decidedAt: now }
    await (await workspace.notebook()).decide(keysOfPassport(passport), [other.row.id, ...other.earlierIds], link, now)
    return null
  },
})
