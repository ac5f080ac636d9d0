import { spawn } from 'node:child_process'
import { requireVirtualDisplay } from './debian-libraries.ts'

/** The size of an ordinary laptop screen, so that windows open at their designed size. */
const SCREEN = '1600x1000x24'

const START_LIMIT_MS = 30_000

export interface Display {
  /** Environment variables that make programs use it. */
  env: Record<string, string>
  /** Whether it was started here because there was no other. */
  virtual: boolean
  stop: () => Promise<void>
}

/** Whether this machine lacks a screen to open windows on. */
export const needsVirtualDisplay = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean =>
  platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']

/** Starts Xvfb on a free display number, which it writes to descriptor 3 once it takes connections. */
const startVirtual = (): Promise<Display> =>
  new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const kill = (): void => void server.kill('SIGTERM')
    const over = new Promise<void>((done) => server.once('close', () => done()))
    process.on('exit', kill)
    const fail = (why: string) => (): void => {
      clearTimeout(timer)
      process.off('exit', kill)
      kill()
      reject(new Error(`The virtual display (Xvfb) ${why}.`))
    }
    const timer = setTimeout(fail('did not start in time'), START_LIMIT_MS)
    const ended = fail('could not be started')
    server.once('error', ended)
    server.once('exit', ended)
    let number = ''
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      number += chunk.toString()
      if (!number.includes('\n')) return
      clearTimeout(timer)
      server.off('exit', ended)
      const stop = (): Promise<void> => {
        process.off('exit', kill)
        kill()
        return over
      }
      resolve({ env: { DISPLAY: `:${number.trim()}` }, virtual: true, stop })
    })
  })

/** A virtual display, also where there is another: every user of the machine may open windows on it. To be stopped by the caller. */
export const openVirtualDisplay = async (): Promise<Display> => {
  await requireVirtualDisplay()
  return startVirtual()
}

/** The display to open windows on: the machine's own, or a virtual one, to be stopped by the caller (it also ends with this process). */
export const openDisplay = async (): Promise<Display> => {
  if (!needsVirtualDisplay(process.env, process.platform))
    return { env: {}, virtual: false, stop: () => Promise.resolve() }
  return openVirtualDisplay()
}
