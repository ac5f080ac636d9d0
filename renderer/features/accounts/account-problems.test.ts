import { expect, it } from 'vitest'
import type { SyncProblem, SyncStatus } from '#shared/domain/sync.ts'
import { accountProblems } from './account-problems.ts'

const problem = (
  accountId: string,
  resource: SyncProblem['resource'],
  itemId: string,
  reason: string,
): SyncProblem => ({
  accountId,
  resource,
  itemId,
  reason,
  times: 1,
  firstAt: 1,
  lastAt: 1,
})

const status = {
  running: false,
  paused: false,
  connection: 'connected',
  lastContactAt: 1,
  lastCompleteAt: null,
  failure: null,
  resources: [
    {
      accountId: 'a',
      resource: 'relations',
      state: 'failed',
      pages: 0,
      items: 0,
      problems: 0,
      startedAt: 1,
      completedAt: null,
      unavailable: false,
      itemsPerSecond: null,
      errors: 1,
      nextTryAt: null,
      failure: { kind: 'provider-error', message: 'The provider answered with an error.', advice: null },
    },
  ],
} satisfies SyncStatus

it('names failed parts first, then items set aside, counted by reason, of this account only', () => {
  const report = {
    runs: [],
    departed: [],
    problems: [
      problem('a', 'attendees', '1', 'Missing or wrong: name'),
      problem('a', 'attendees', '2', 'Missing or wrong: provider_id'),
      problem('a', 'attendees', '3', 'Missing or wrong: provider_id'),
      problem('b', 'attendees', '4', 'Missing or wrong: name'),
    ],
  }
  expect(accountProblems('a', status, report).map(({ resource, text, count }) => [resource, text, count])).toEqual([
    ['relations', 'The provider answered with an error.', null],
    ['attendees', 'Missing or wrong: provider_id', 2],
    ['attendees', 'Missing or wrong: name', 1],
  ])
  expect(accountProblems('c', null, null)).toEqual([])
})
