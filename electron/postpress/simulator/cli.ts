import { HELP, parseCommandLine, UsageError } from './cli-options.ts'
import { startSimulator } from './server.ts'

/** Exit codes: 0 stopped or help, 1 could not start, 2 bad options. */
const run = async (args: string[]): Promise<void> => {
  const options = parseCommandLine(args)
  if (options === 'help') {
    process.stdout.write(HELP)
    return
  }
  const simulator = await startSimulator(options)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop())
  const { url, key, accounts } = simulator
  process.stdout.write(`${JSON.stringify({ url, key, accounts })}\n`)
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  // A world that cannot be (too many relations) is a wrong option too.
  const usage = error instanceof UsageError || error instanceof RangeError
  process.stderr.write(usage ? `${message}\nSee --help.\n` : `The simulator could not start: ${message}\n`)
  process.exitCode = usage ? 2 : 1
})
