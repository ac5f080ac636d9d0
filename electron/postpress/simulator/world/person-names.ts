import { createDice, type Dice } from './dice.ts'
import { fold, slugOf } from './handles.ts'
import { CULTURES, type Culture } from './names.ts'

const OWNERS = [
  { first: 'Ada', last: 'Lindqvist', culture: 'nordic' },
  { first: 'Tomás', last: 'Herrera', culture: 'spanish' },
] as const

/** People this early get their plain name as slug and handle when it is free; later ones carry a suffix. */
const FIRST_COMERS = 400

/** One word of a name, in every form that is needed. */
interface Part {
  native: string
  latin: string
  slug: string
  nativeSlug: string
  /** Latin letters only. */
  letters: string
  /** Not written in Latin letters. */
  otherScript: boolean
}

const parts = new Map<string, Part>()

/** Native and Latin form of one word of the name lists; folding is slow enough to remember. */
const partOf = (word: string): Part => {
  const known = parts.get(word)
  if (known !== undefined) return known
  const [native = '', latin = fold(native)] = word.replace('-', ' ').split('/')
  const part: Part = {
    native,
    latin,
    slug: slugOf(latin),
    nativeSlug: slugOf(native),
    letters: latin.toLowerCase().replace(/[^a-z]/g, ''),
    otherScript: /^[^\p{Script=Latin}]/u.test(native),
  }
  parts.set(word, part)
  return part
}

const WEIGHT = CULTURES.reduce((sum, culture) => sum + culture.weight, 0)

const pickCulture = (dice: Dice): Culture => {
  let left = dice.below(WEIGHT)
  const found = CULTURES.find((culture) => {
    left -= culture.weight
    return left < 0
  })
  return found ?? dice.pick(CULTURES)
}

export interface Name {
  culture: Culture
  first: Part
  last: Part
}

/** The name of the person with this index. */
export const nameOf = (seed: number, index: number): Name => {
  const dice = createDice(seed, 'name', index)
  const owner = OWNERS[index]
  const drawn = pickCulture(dice)
  const culture = CULTURES.find((candidate) => candidate.name === owner?.culture) ?? drawn
  const first = partOf(owner?.first ?? dice.pick(culture.first))
  const last = partOf(owner?.last ?? dice.pick(culture.last))
  return { culture, first, last }
}

/** Names of first comers that are already taken, so that a plain slug or handle is unique. */
export const reservePlainNames = (seed: number): Set<number> => {
  const taken = new Set<string>()
  const plain = new Set<number>()
  for (let index = 0; index < FIRST_COMERS; index += 1) {
    const { first, last } = nameOf(seed, index)
    const slug = `${first.slug}-${last.slug}`
    if (taken.has(slug)) continue
    taken.add(slug)
    plain.add(index)
  }
  return plain
}
