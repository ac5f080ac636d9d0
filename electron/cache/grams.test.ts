import { describe, expect, it } from 'vitest'
import { chooseGrams, gramsOf } from './grams.ts'
import { readQuery } from './query.ts'

const PEOPLE = 1_000_000

/** The grams that are asked for, when each is had by so many people as `rows` says. */
const asked = (text: string, rows: (gram: string) => number): string[] =>
  chooseGrams(
    gramsOf(readQuery(text)).map((gram) => ({ ...gram, rows: rows(gram.gram) })),
    PEOPLE,
  ).map(({ gram }) => gram)

describe('the grams of a text', () => {
  it('are its pieces of three characters, once each', () => {
    expect(gramsOf(readQuery('anana ana')).map(({ gram, piece, at }) => `${gram} ${piece} ${at}`)).toEqual([
      'ana 0 0',
      'nan 0 1',
    ])
    expect(gramsOf(readQuery('an'))).toEqual([])
    // An emoji is one character.
    expect(gramsOf(readQuery('a😀b')).map(({ gram }) => gram)).toEqual(['a😀b'])
  })

  it('that are asked for come from different words before neighbours', () => {
    const rows = (gram: string): number => (gram === 'fle' ? 7_000 : gram === 'emm' ? 12_000 : 9_000)
    expect(
      asked('emma fletcher', rows)
        .slice(0, 2)
        .map((gram) => 'fletcher'.includes(gram)),
    ).toEqual([true, false])
    // Of one word, what shares no characters: who has "fle" mostly has "let".
    expect(asked('fletcher', rows)[1]).not.toBe('let')
  })

  it('are as many as narrow enough: the rarest alone when few have it', () => {
    expect(asked('fletcher', (gram) => (gram === 'tch' ? 40 : 20_000))).toEqual(['tch'])
    expect(asked('22997953', () => 12_000)).toHaveLength(3)
    // Reading what nearly everybody has takes longer than checking who is left.
    expect(asked('xyz 000', (gram) => (gram === 'xyz' ? 500 : 900_000))).toEqual(['xyz'])
  })
})
