import { once } from 'node:events'
import { fstatSync } from 'node:fs'
import { identify } from '#shared/identifiers/identify.ts'
import { convertText } from './convert.ts'
import { HELP } from './help.ts'
import { linesOf, textOf } from './lines.ts'
import { type Asked, readCommandLine, UsageError } from './options.ts'

/** Waits while the reader is slower than we are, so that memory stays the same for any input. */
const write = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

const answerer = (asked: Exclude<Asked, { command: 'help' }>): ((text: string) => string) =>
  asked.command === 'identify'
    ? (text) => `${JSON.stringify(identify(text, asked.options))}\n`
    : (text) => `${JSON.stringify(convertText(text, asked.to, asked.options))}\n`

const fail = (message: string, code: number): void => {
  process.stderr.write(`inspector: ${message}\n`)
  process.exitCode = code
}

const STDIN = 0

const run = async (args: string[]): Promise<void> => {
  const asked = readCommandLine(args)
  if (asked.command === 'help') return write(HELP)
  const answer = answerer(asked)
  if (asked.texts.length > 0) {
    for (const text of asked.texts) await write(answer(text))
    return
  }
  // Node reads a folder as an empty input.
  if (fstatSync(STDIN).isDirectory()) return fail('The input is a folder.', 1)
  if (process.stdin.isTTY) process.stderr.write('inspector: one identifier per line; Ctrl+D ends.\n')
  for await (const lines of linesOf(process.stdin)) {
    let answers = ''
    for (const line of lines) answers += answer(textOf(line))
    await write(answers)
  }
}

// The reader went away (`| head`): nothing is left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  fail(`The output could not be written (${error.code ?? error.message}).`, 1)
  process.exit()
})

run(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError) return fail(error.message, 2)
  // Everything but reading is pure: what fails here is standard input.
  const { code, message } = error as NodeJS.ErrnoException
  fail(`The input could not be read (${code ?? message}).`, 1)
})
