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
  const started: ChildProcess[] = [bus]
  if (keyring) {
    const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
      env: { ...base, ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    daemon.stdin?.end('login password')
    started.push(daemon)
    // It answers on the bus once it has said where it listens.
    if (daemon.stdout !== null) await once(daemon.stdout, 'data')
  }
  return {
    env,
    end: () => {
      for (const child of started.toReversed()) child.kill()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
