import { type ChildProcess, spawn } from 'node:child_process'
import type { ChosenRuntime } from './chosen-runtime.ts'
import type { Display } from './display.ts'

/** Time an app gets to close its database before it is killed. */
const CLOSE_LIMIT_MS = 10_000

export interface OpenApp {
  child: ChildProcess
  /** The exit code, or 1 when a signal nobody here sent ended it. */
  ended: Promise<number>
  /** Asks it to quit, kills it when it does not, and waits for the end. */
  close: () => Promise<void>
}

/** The environment of an app run: what the caller has, what the runtime needs, and the display. */
export const appEnvironment = (
  runtime: ChosenRuntime,
  display: Display,
  extra: Record<string, string> = {},
): NodeJS.ProcessEnv => {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env
  return { ...inherited, ...runtime.env, ...display.env, ...extra }
}

/** Starts Electron on an app folder. SIGINT and SIGTERM to this process close the app. */
export const openApp = (
  runtime: ChosenRuntime,
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): OpenApp => {
  const child = spawn(runtime.executablePath, [...runtime.args, folder, ...args], { stdio: 'inherit', env })
  let closing = false
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? (closing ? 0 : 1)))
  })
  const close = async (): Promise<void> => {
    closing = true
    const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS)
    child.kill('SIGTERM')
    await ended
    clearTimeout(timer)
  }
  const onSignal = (): void => void close()
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  void ended.finally(() => {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  })
  return { child, ended, close }
}
