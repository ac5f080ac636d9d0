import { expect, it } from 'vitest'
import { SyncStatus } from '#shared/domain/sync.ts'
import { createBoard } from './board.ts'

it('gives a status that the window accepts while a try waits, whatever the jitter of its wait', () => {
  const board = createBoard(
    () => undefined,
    () => 1_000,
  )
  board.list('a', 'linkedin')
  board.put({
    accountId: 'a',
    resource: 'attendees',
    generation: 1,
    state: 'running',
    cursor: null,
    pages: 0,
    items: 0,
    problems: 0,
    startedAt: 1_000,
    completedAt: null,
    failure: null,
  })
  board.retrying('a', 1_000.75)
  const status = SyncStatus.parse(board.status())
  expect(status.resources.map(({ nextTryAt }) => nextTryAt)).toContain(1_001)
})
