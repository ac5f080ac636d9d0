import { type SpawnOptions, spawn } from 'node:child_process'

export interface Run {
  cwd?: string
  /** The whole environment of the child; default: this process's own. */
  env?: NodeJS.ProcessEnv
  /** After this many milliseconds the child is killed. */
  timeoutMs?: number
  /** Called with every piece of output as it arrives. */
  onOutput?: (text: string) => void
}

export interface Ended {
  /** 0 is success; null when a signal ended it or it could not be started. */
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  timedOut: boolean
  /** Why it could not be started, for example ENOENT. */
  startError: string | null
}

/** Runs a program to its end and never rejects: the caller decides what a failure means. No shell is involved. */
export const run = (command: string, args: readonly string[], options: Run = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const spawned: SpawnOptions = { stdio: ['ignore', 'pipe', 'pipe'], env: options.env ?? process.env }
    if (options.cwd !== undefined) spawned.cwd = options.cwd
    const child = spawn(command, [...args], spawned)
    const ended: Ended = { code: null, signal: null, stdout: '', stderr: '', timedOut: false, startError: null }
    const collect = (stream: 'stdout' | 'stderr') => (chunk: Buffer) => {
      const text = chunk.toString()
      ended[stream] += text
      options.onOutput?.(text)
    }
    child.stdout?.on('data', collect('stdout'))
    child.stderr?.on('data', collect('stderr'))
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            ended.timedOut = true
            child.kill('SIGKILL')
          }, options.timeoutMs)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ ...ended, startError: error.message })
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ ...ended, code, signal })
    })
  })

/** The last lines of a program's output, for an error message. */
export const lastLines = (ended: Ended, count = 15): string =>
  `${ended.stdout}\n${ended.stderr}`
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n')

/** Like {@link run}, but anything except exit code 0 throws an error that starts with `what`. */
export const runOrThrow = async (
  what: string,
  command: string,
  args: readonly string[],
  options: Run = {},
): Promise<Ended> => {
  const ended = await run(command, args, options)
  if (ended.code === 0) return ended
  const reason =
    ended.startError ??
    (ended.timedOut
      ? `no end after ${(options.timeoutMs ?? 0) / 1000} s`
      : `ended with ${ended.signal ?? `code ${ended.code}`}`)
  throw new Error(`${what}: ${reason}\n${lastLines(ended)}`)
}
