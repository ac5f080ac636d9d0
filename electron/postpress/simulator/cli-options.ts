import { parseArgs } from 'node:util'
import { FAULT_NAMES, faultKind } from './faults/kinds.ts'
import { FaultError, parseFault } from './faults/parse.ts'
import { ROUTE_NAMES } from './routes.ts'
import type { SimulatorOptions } from './server.ts'
import { ATTENDEE_LIMITS, DEFAULT_ATTENDEES, DEFAULT_SEED } from './world/world.ts'

/** A command line that cannot be understood; the message says what is wrong. */
export class UsageError extends Error {}

const { least, most } = ATTENDEE_LIMITS

export const HELP = `A postpress API on 127.0.0.1 with a made-up, seeded world.

Usage: npm run --silent simulator -- --port N [options]

  --port N             port to listen on; 0 takes a free one
  --seed N             the world's seed (default ${DEFAULT_SEED})
  --attendees N        attendees over all accounts, ${least} to ${most} (default ${DEFAULT_ATTENDEES})
  --relations N        relations of the first LinkedIn account
  --key K              API key (default: random)
  --newer-server       send what newer servers send and older clients reject
  --fault NAME=RATE    misbehave; repeat for several. RATE is 0 to 1.
                       NAME@ROUTE=RATE on one route, NAME:NUMBER=RATE with a number
  --help               this text

When ready it prints one line of JSON: {"url", "key", "accounts": [{"id", "type", "name", "status"}]}.
It stops on SIGINT and SIGTERM. Calls are counted at /__simulator/calls (same key).

Faults:
${FAULT_NAMES.map((name) => {
  const { about, argument } = faultKind(name)
  return `  ${name.padEnd(30)} ${about}${argument === undefined ? '' : ` (number: ${argument.about}, usually ${argument.usual})`}`
}).join('\n')}

Routes: ${ROUTE_NAMES.join(', ')}
`

const wholeNumber = (name: string, text: string, low: number, high: number): number => {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= low && value <= high)) throw new UsageError(`--${name} must be a whole number from ${low} to ${high}.`)
  return value
}

const read = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        attendees: { type: 'string' },
        relations: { type: 'string' },
        key: { type: 'string' },
        'newer-server': { type: 'boolean' },
        fault: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The options of a command line, or `help`. Throws a UsageError. */
export const parseCommandLine = (args: string[]): SimulatorOptions | 'help' => {
  const values = read(args)
  if (values.help === true) return 'help'
  if (values.port === undefined) throw new UsageError('--port is required (0 takes a free one).')
  if (values.key !== undefined && !/^[\x21-\x7e]+$/.test(values.key))
    throw new UsageError('--key must be printable ASCII without spaces.')
  return {
    port: wholeNumber('port', values.port, 0, 65_535),
    newerServer: values['newer-server'] === true,
    faults: (values.fault ?? []).map(fault),
    ...(values.seed === undefined ? {} : { seed: wholeNumber('seed', values.seed, 0, 0xffff_ffff) }),
    ...(values.attendees === undefined ? {} : { attendees: wholeNumber('attendees', values.attendees, least, most) }),
    ...(values.relations === undefined ? {} : { relations: wholeNumber('relations', values.relations, 10, most) }),
    ...(values.key === undefined ? {} : { key: values.key }),
  }
}

const fault = (text: string) => {
  try {
    return parseFault(text)
  } catch (error) {
    throw error instanceof FaultError ? new UsageError(error.message) : error
  }
}
