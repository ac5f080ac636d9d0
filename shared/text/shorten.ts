import { atFirstUse } from './first-use.ts'

const segmenter = atFirstUse(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }))

/** A text of at most `most` characters as a person counts them (a joined emoji is one); a longer one ends in dots. */
export const shorten = (text: string, most: number): string => {
  if (text.length <= most) return text
  const characters = [...segmenter().segment(text.slice(0, most * 20))].map(({ segment }) => segment)
  return characters.length <= most && text.length <= most * 20
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
