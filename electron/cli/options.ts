import { isSupportedCountry } from 'libphonenumber-js/max'
import { PROVIDERS } from '#shared/domain/providers.ts'
import { FORM_TARGETS, type FormTarget } from '#shared/identifiers/forms.ts'
import type { CandidateProvider, IdentifyOptions } from '#shared/identifiers/types.ts'

/** Wrong usage: its message is shown and the command ends with exit code 2. */
export class UsageError extends Error {}

export const COMMANDS = ['identify', 'convert'] as const
export type Command = (typeof COMMANDS)[number]

/** A parsed command line. `texts` is empty when standard input is to be read. */
export type Asked =
  | { command: 'help' }
  | { command: 'identify'; options: IdentifyOptions; texts: string[] }
  | { command: 'convert'; options: IdentifyOptions; texts: string[]; to: FormTarget }

const oneOf = <T extends string>(what: string, known: readonly T[], text: string): T => {
  const found = known.find((name) => name === text)
  if (found === undefined) throw new UsageError(`There is no ${what} "${text}". Choose one of: ${known.join(', ')}.`)
  return found
}

const providerOf = (text: string): CandidateProvider => oneOf('provider', [...PROVIDERS, 'postpress'], text)

const regionOf = (text: string): string => {
  const region = text.toUpperCase()
  if (!isSupportedCountry(region))
    throw new UsageError(`There is no region "${text}". Use two letters, for example FR.`)
  return region
}

interface Values {
  region?: string
  provider?: CandidateProvider
  to?: FormTarget
}

const SETTERS: Record<string, (values: Values, text: string) => void> = {
  '--region': (values, text) => {
    values.region = regionOf(text)
  },
  '--provider': (values, text) => {
    values.provider = providerOf(text)
  },
  '--to': (values, text) => {
    values.to = oneOf('form', FORM_TARGETS, text)
  },
}

/** Splits `--name=value`; the value is null when it is the next argument. */
const splitOption = (argument: string): [name: string, value: string | null] => {
  const at = argument.indexOf('=')
  return at < 0 ? [argument, null] : [argument.slice(0, at), argument.slice(at + 1)]
}

const isOption = (argument: string): boolean => /^--?[a-z]/i.test(argument)
const isHelp = (argument: string): boolean => argument === '--help' || argument === '-h'

const readArguments = (args: string[]): { values: Values; texts: string[]; help: boolean } => {
  const values: Values = {}
  const texts: string[] = []
  const rest = [...args]
  while (rest.length > 0) {
    const next = rest.shift() ?? ''
    if (next === '--') return { values, texts: [...texts, ...rest], help: false }
    if (isHelp(next)) return { values, texts, help: true }
    if (!isOption(next)) {
      texts.push(next)
      continue
    }
    const [name, given] = splitOption(next)
    const set = Object.hasOwn(SETTERS, name) ? SETTERS[name] : undefined
    if (set === undefined) throw new UsageError(`There is no option ${name}. Try: inspector --help`)
    const value = given ?? rest.shift()
    if (value === undefined) throw new UsageError(`${name} needs a value.`)
    set(values, value)
  }
  return { values, texts, help: false }
}

/** Reads the words after the program's name. Throws UsageError. */
export const readCommandLine = ([word, ...args]: readonly string[]): Asked => {
  if (word === undefined || word === 'help' || isHelp(word)) return { command: 'help' }
  const command = oneOf('command', COMMANDS, word)
  const { values, texts, help } = readArguments(args)
  if (help) return { command: 'help' }
  const { to, ...options } = values
  if (command === 'convert') {
    if (to === undefined) throw new UsageError(`convert needs --to and one of: ${FORM_TARGETS.join(', ')}.`)
    return { command, options, texts, to }
  }
  if (to !== undefined) throw new UsageError('--to belongs to convert, not to identify.')
  return { command, options, texts }
}
