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

  it('is each word that the text has, where other texts have the others', () => {
    expect(marked('Kwame Gallagher', 'kwame le')).toEqual(['Kwame'])
    expect(marked('Founder at Cobalt Legal', 'an le')).toEqual(['Le'])
    expect(marked('kwame-any-4211', 'an le')).toEqual(['an'])
    expect(marked('Éric Weiß', 'weiss cobalt')).toEqual(['Weiß'])
    expect(marked('Marchand Lee', 'rchan 4211')).toEqual(['rchan'])
    // Two letters amid a word are chance, unless the text answers the whole query so.
    expect(marked('Susan Gallagher', 'an le')).toEqual([])
    expect(marked('Susan Valle', 'an le')).toEqual(['an', 'le'])
    expect(marked('Al Hassan', 'al-hassan legal')).toEqual(['Al', 'Hassan'])
  })

  it('is found in scripts without spaces and beside them', () => {
    expect(marked('李小明', '李 legal')).toEqual(['李'])
    expect(marked('Cobalt Legal 李', '李 legal')).toEqual(['Legal', '李'])
    expect(marked('明小', '小明')).toEqual([])
    expect(marked('李legal', 'le')).toEqual(['le'])
    expect(marked('김민준', '김')).toEqual(['김'])
  })

  it('has its place in the original text, whatever folding makes of it', () => {
    expect(marked('ﬁn Straße', 'fi strasse')).toEqual(['ﬁ', 'Straße'])
    expect(marked('Straße 9', 'strass')).toEqual(['Straß'])
    expect(marked('Jose\u0301 Lee', 'jose')).toEqual(['Jose\u0301'])
    expect(marked('𝐀𝐝𝐚 Lee', 'ada le')).toEqual(['𝐀𝐝𝐚', 'Le'])
    expect(marked('ΔΗΜΗΤΡΗΣ', 'δημητρης')).toEqual(['ΔΗΜΗΤΡΗΣ'])
    expect(marked('Δημήτρης', 'ΔΗΜΗΤΡΗΣ')).toEqual(['Δημήτρης'])
    expect(marked('Ada\u200eLee', 'lee')).toEqual(['Lee'])
    expect(marked('Ada\u00b4Lee', 'lee')).toEqual(['Lee'])
  })

  it('is no part of a link or an address', () => {
    expect(marked('Ingrid Kwame', 'https://www.linkedin.com/in/kwame-any')).toEqual([])
    expect(marked('Sam Lee', '33612345678@s.whatsapp.net')).toEqual([])
  })

  it('is found in long texts, by the beginning of a long query', () => {
    expect(marksOf('a '.repeat(20_000), 'a '.repeat(20_000)).length).toBe(20_000)
    expect(marksOf('a'.repeat(40_000), 'aa')).toEqual([[0, 2]])
    expect(marked('Ada Lee', `${'x'.repeat(200)} lee`)).toEqual([])
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
