import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksOf } from './marks.ts'

const marked = (text: string, query: string): string[] => marksOf(text, query).map(([from, to]) => text.slice(from, to))

describe('what a query matches in a text', () => {
  it('is every word where a word begins, without accents and case', () => {
    expect(marked('Jürgen Müller', 'muller jur')).toEqual(['Jür', 'Müller'])
    expect(marked('Anna Hannah', 'anna')).toEqual(['Anna'])
    expect(marked('Weiß Weissmann', 'weiss')).toEqual(['Weiß', 'Weiss'])
  })

  it('is the middle of a word when no word begins with it', () => {
    expect(marked('Hannah', 'anna')).toEqual(['anna'])
    expect(marked('33612345678', '2345')).toEqual(['2345'])
    expect(marked('王小明', '小明')).toEqual(['小明'])
    expect(marked('Bob', 'o')).toEqual([])
  })

  it('keeps to the text, in order, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 10 }),
        (text, query) => {
          let end = 0
          for (const [from, to] of marksOf(text, query)) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(text.length)
            end = to
          }
        },
      ),
    )
  })
})
