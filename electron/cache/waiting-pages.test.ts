import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { ThreadRequest } from '../threads/messages.ts'
import { createWaitingPages } from './waiting-pages.ts'

const page = (id: number, items = 250): ThreadRequest => ({
  id,
  method: 'savePage',
  args: [{ resource: 'attendees', items: Array.from({ length: items }, () => ({})) }],
})

const setUp = () => {
  const written: number[][] = []
  return { written, pages: createWaitingPages((requests) => void written.push(requests.map(({ id }) => id))) }
}

describe('pages that wait', () => {
  it('writes one that comes alone at once, and those that come together together, in their order', async () => {
    const { written, pages } = setUp()
    expect(pages.add(page(1))).toBe(true)
    await turn()
    expect(written).toEqual([[1]])
    for (const id of [2, 3, 4]) pages.add(page(id))
    expect(written).toHaveLength(1)
    await turn()
    expect(written).toEqual([[1], [2, 3, 4]])
    await turn()
    expect(written).toHaveLength(2)
  })

  it('takes nothing but pages, and writes them before what follows', async () => {
    const { written, pages } = setUp()
    pages.add(page(1))
    pages.add(page(2))
    expect(pages.add({ id: 3, method: 'saveCheckpoint', args: [] })).toBe(false)
    pages.flush()
    expect(written).toEqual([[1, 2]])
    await turn()
    expect(written).toHaveLength(1)
  })

  it('writes when enough has come, whatever else is in the mailbox', () => {
    const { written, pages } = setUp()
    for (let id = 1; id <= 5; id++) pages.add(page(id, 4_000))
    expect(written).toEqual([[1, 2, 3]])
    pages.flush()
    expect(written).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
  })
})
