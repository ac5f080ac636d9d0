import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { isSupportedCountry } from 'libphonenumber-js/max'
import { PROVIDERS } from '#shared/domain/providers.ts'
import { identify } from '#shared/identifiers/identify.ts'
import type { CandidateProvider, IdentifyOptions } from '#shared/identifiers/types.ts'

const HELP = `Usage: inspector identify [--region FR] [--provider x] [identifier ...]

Says what each identifier is, offline. Without arguments it reads one identifier per line from standard input; a line
that starts with " is read as a JSON string. Writes one JSON object per line: {input, candidates[]} or
{input, candidates: [], reject, message}.

  --region   country (ISO 3166-1, two letters) of phone numbers that are written without country code
  --provider linkedin, whatsapp, instagram, telegram, x, messenger or postpress: its candidates come first

Exit codes: 0 done, 2 wrong usage.
`

class UsageError extends Error {}

interface Arguments {
  options: IdentifyOptions
  texts: string[]
}

const providerOf = (text: string): CandidateProvider => {
  const known = [...PROVIDERS, 'postpress'] as const
  const provider = known.find((name) => name === text)
  if (provider === undefined)
    throw new UsageError(`There is no provider "${text}". Choose one of: ${known.join(', ')}.`)
  return provider
}

const regionOf = (text: string): string => {
  const region = text.toUpperCase()
  if (!isSupportedCountry(region))
    throw new UsageError(`There is no region "${text}". Use two letters, for example FR.`)
  return region
}

const parseArguments = (args: string[]): Arguments => {
  const options: IdentifyOptions = {}
  const texts: string[] = []
  const rest = [...args]
  while (rest.length > 0) {
    const next = rest.shift() ?? ''
    if (next === '--') return { options, texts: [...texts, ...rest] }
    if (next === '--region' || next === '--provider') {
      const value = rest.shift()
      if (value === undefined) throw new UsageError(`${next} needs a value.`)
      if (next === '--region') options.region = regionOf(value)
      else options.provider = providerOf(value)
    } else if (next.startsWith('--')) throw new UsageError(`There is no option ${next}.`)
    else texts.push(next)
  }
  return { options, texts }
}

/** A JSON string where the line is one (that is how line breaks and controls are written), else the line itself. */
const textOf = (line: string): string => {
  if (!line.startsWith('"')) return line
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'string' ? value : line
  } catch {
    return line
  }
}

const write = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

const runIdentify = async (args: string[]): Promise<void> => {
  const { options, texts } = parseArguments(args)
  const answer = (text: string): string => `${JSON.stringify(identify(text, options))}\n`
  if (texts.length > 0) {
    for (const text of texts) await write(answer(text))
    return
  }
  // Written in pieces: a million small writes would cost more than a million readings.
  let pending = ''
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    pending += answer(textOf(line))
    if (pending.length < 64_000) continue
    await write(pending)
    pending = ''
  }
  await write(pending)
}

const main = async ([command, ...args]: string[]): Promise<void> => {
  if (command === undefined || command === '--help' || command === 'help' || args.includes('--help')) {
    await write(HELP)
    return
  }
  if (command !== 'identify') throw new UsageError(`There is no command "${command}". Try: inspector --help`)
  await runIdentify(args)
}

// The reader went away (`| head`): nothing is left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`inspector: ${error.message}\n`)
  process.exitCode = 2
})
