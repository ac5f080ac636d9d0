import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCursorGuard } from './cursor-guard.ts'

const page = (ids: string[], cursor: string | null) => ({ ids, setAside: [], cursor })

describe('createCursorGuard', () => {
  it('lets an honest list pass, with items that move between pages and one page without news', () => {
    const guard = createCursorGuard(null)
    expect(guard.pass(page(['1', '2'], 'a'))).toEqual({ fresh: 2, failure: null })
    expect(guard.pass(page(['2', '3'], 'b'))).toEqual({ fresh: 1, failure: null })
    expect(guard.pass(page([], 'c'))).toEqual({ fresh: 0, failure: null })
    expect(guard.pass(page([], null))).toEqual({ fresh: 0, failure: null })
  })

  it.each([
    ['A -> A', [page(['1'], 'A'), page(['2'], 'A')]],
    ['A -> B -> A', [page(['1'], 'A'), page(['2'], 'B'), page(['3'], 'A')]],
    ['empty pages', [page([], 'A'), page([], 'B'), page([], 'C')]],
    ['the same items under new cursors', [page(['1'], 'A'), page(['1'], 'B'), page(['1'], 'C'), page(['1'], 'D')]],
  ])('fails at the last page of %s', (_name, pages) => {
    const guard = createCursorGuard(null)
    const failures = pages.map((one) => guard.pass(one).failure?.failure.kind ?? null)
    expect(failures.at(-1)).toBe('bad-response')
    expect(failures.slice(0, -1).every((kind) => kind === null)).toBe(true)
  })

  it('knows the cursor that it starts at', () =>
    expect(createCursorGuard('A').pass(page(['1'], 'A')).failure?.failure.kind).toBe('bad-response'))

  it('counts pages of nothing but items set aside as news, once', () => {
    const guard = createCursorGuard(null)
    const aside = (id: string | null, cursor: string) => ({ ids: [], setAside: [id], cursor })
    for (const cursor of ['A', 'B', 'C', 'D', 'E']) expect(guard.pass(aside(null, cursor)).failure).toBeNull()
    for (const cursor of ['F', 'G', 'H']) expect(guard.pass(aside('x', cursor)).failure).toBeNull()
    expect(guard.pass(aside('x', 'I')).failure).not.toBeNull()
  })

  it('ends on every server, whatever it answers', () => {
    const answer = fc.record({
      ids: fc.array(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 4 }),
      setAside: fc.array(fc.option(fc.constantFrom('p', 'q')), { maxLength: 1 }),
      cursor: fc.option(fc.integer({ min: 0, max: 40 }).map(String), { freq: 40 }),
    })
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 40 }), (answers) => {
        const guard = createCursorGuard(null)
        for (let read = 0; read <= 42; read += 1) {
          const next = answers[read % answers.length]
          if (next === undefined) return
          if (guard.pass(next).failure !== null || next.cursor === null) return
        }
        throw new Error('41 cursors lasted for more than 42 pages')
      }),
      { numRuns: 1_000 },
    )
  })

  it('ends a list that always has something new', () => {
    const guard = createCursorGuard(null)
    let pages = 0
    while (guard.pass(page([`i${pages}`], `c${pages}`)).failure === null) pages += 1
    expect(pages).toBeLessThan(10_000)
  })
})
