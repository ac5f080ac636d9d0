import metadata from 'libphonenumber-js/max/metadata'

/**
 * A first look at international numbers: the rules of libphonenumber's own metadata, compiled once per calling code.
 * The library compiles its expressions again for every number (17 µs a number against 1 µs here). Whatever it would
 * rewrite (national prefixes, carrier codes) is left to it: 'ask-library'. A property test holds both to one answer.
 */
export type FirstLook = 'valid' | 'invalid' | 'ask-library'

/** Positions in the library's metadata, format 4 (its METADATA.md). */
const AT = { pattern: 2, lengths: 3, prefix: 5, prefixForParsing: 7, leadingDigits: 10, types: 11 } as const

type Tuple = readonly unknown[]

interface Kind {
  pattern: RegExp
  lengths: readonly number[]
}

interface Plan {
  general: RegExp
  leading: RegExp | null
  /** Fixed line, mobile...; null when the metadata knows no kinds. */
  kinds: Kind[] | null
}

interface CallingCode {
  plans: Plan[]
  /** What the library may cut off or rewrite before it looks at the number. */
  rewritten: RegExp | null
}

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`)
const start = (pattern: unknown): RegExp | null =>
  typeof pattern === 'string' && pattern !== '' ? new RegExp(`^(?:${pattern})`) : null

const kindOf = (type: unknown, lengths: readonly number[]): Kind[] => {
  if (!Array.isArray(type)) return []
  const [pattern, own] = type as [unknown, unknown]
  if (typeof pattern !== 'string' || pattern === '') return []
  return [{ pattern: whole(pattern), lengths: Array.isArray(own) ? (own as number[]) : lengths }]
}

const planOf = (tuple: Tuple): Plan => {
  const lengths = tuple[AT.lengths] as number[]
  const types = tuple[AT.types]
  return {
    general: whole(String(tuple[AT.pattern])),
    leading: start(tuple[AT.leadingDigits]),
    kinds: Array.isArray(types) ? types.flatMap((type) => kindOf(type, lengths)) : null,
  }
}

const countries = metadata.countries as unknown as Record<string, Tuple>
const nonGeographic = (metadata as unknown as { nonGeographic: Record<string, Tuple> }).nonGeographic
const countriesOf = metadata.country_calling_codes as unknown as Record<string, readonly string[]>

const compile = (code: string): CallingCode | null => {
  const tuples = (countriesOf[code] ?? []).flatMap((country) => {
    const tuple = countries[country]
    return tuple === undefined ? [] : [tuple]
  })
  const all = tuples.length > 0 ? tuples : Object.hasOwn(nonGeographic, code) ? [nonGeographic[code] ?? []] : []
  const main = all[0]
  if (main === undefined) return null
  return { plans: all.map(planOf), rewritten: start(main[AT.prefixForParsing] || main[AT.prefix]) }
}

const compiled = new Map<string, CallingCode | null>()

const callingCode = (code: string): CallingCode | null => {
  const held = compiled.get(code)
  if (held !== undefined) return held
  const made = compile(code)
  compiled.set(code, made)
  return made
}

const fits = ({ general, kinds }: Plan, national: string): boolean =>
  general.test(national) &&
  (kinds === null || kinds.some(({ pattern, lengths }) => lengths.includes(national.length) && pattern.test(national)))

/** The plan that the library would pick: the first whose leading digits or whole rules match, else the main one. */
const holds = (plans: Plan[], national: string): boolean => {
  if (plans.length > 1) {
    for (const plan of plans) {
      if (plan.leading === null ? fits(plan, national) : plan.leading.test(national)) return fits(plan, national)
    }
  }
  const main = plans[0]
  return main !== undefined && fits(main, national)
}

/** Looks at `digits`: an international number without `+`, only ASCII digits, not starting with 0. */
export const firstLook = (digits: string): FirstLook => {
  for (let length = 1; length <= 3; length++) {
    const code = callingCode(digits.slice(0, length))
    if (code === null) continue
    const national = digits.slice(length)
    if (code.rewritten?.test(national)) return 'ask-library'
    return holds(code.plans, national) ? 'valid' : 'invalid'
  }
  return 'invalid'
}
