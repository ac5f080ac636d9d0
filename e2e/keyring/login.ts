import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { requireKeyring } from '../../electron/runtime/debian-libraries.ts'

/** A login of its own: a home, a session bus, a keyring that is unlocked. */
export interface Login {
  env: Record<string, string>
  end(): void
}

const firstLine = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('the session bus did not start')
}

/** Starts a bus and, unless `keyring` is false, an unlocked gnome-keyring on it. */
export const startLogin = async (keyring = true): Promise<Login> => {
  await requireKeyring()
  const home = mkdtempSync(join(tmpdir(), 'inspector-login-'))
  const base = { ...(process.env as Record<string, string>), HOME: home, XDG_RUNTIME_DIR: home }
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    env: base,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const env = {
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_CURRENT_DESKTOP: 'GNOME',
    DBUS_SESSION_BUS_ADDRESS: await firstLine(bus),
  }
  if (keyring) {
    const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--daemonize'], {
      env: { ...base, ...env },
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    daemon.stdin?.end('login password')
    // What was started goes to the background once the keyring answers, and ends with its bus.
    const [code] = await once(daemon, 'exit')
    if (code !== 0) throw new Error(`gnome-keyring-daemon ended with ${code}`)
  }
  return {
    env,
    end: () => {
      bus.kill()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
