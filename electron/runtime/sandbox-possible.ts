import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The user that the sandbox check starts the app as. */
export const NOBODY = 65_534

/** CAP_SYS_ADMIN, by which Chromium's setuid helper makes the namespaces of the sandbox. */
const SYS_ADMIN = 21n

/** What the check needs of a machine; replaced in tests. */
export interface Machine {
  platform: NodeJS.Platform
  uid: number | undefined
  readFile: (file: string) => string
  /** Whether the user nobody may make a namespace of its own. */
  nobodyHasNamespaces: () => boolean
}

const thisMachine: Machine = {
  platform: process.platform,
  uid: process.getuid?.(),
  readFile: (file) => readFileSync(file, 'utf8'),
  nobodyHasNamespaces: () => spawnSync('unshare', ['--user', 'true'], { uid: NOBODY, gid: NOBODY }).status === 0,
}

const mayAdminister = (status: string): boolean => {
  const bounding = /^CapBnd:\s*([0-9a-f]+)/m.exec(status)?.[1]
  return bounding !== undefined && ((BigInt(`0x${bounding}`) >> SYS_ADMIN) & 1n) === 1n
}

/** Why Chromium's real sandbox cannot be checked on this machine; null when it can. */
export const sandboxObstacle = (machine: Machine = thisMachine): string | null => {
  if (machine.platform !== 'linux') return 'it looks into /proc, which only Linux has'
  if (machine.uid !== 0) return 'only root can start the app as another user'
  if (!new RegExp(`^[^:]*:[^:]*:${NOBODY}:`, 'm').test(machine.readFile('/etc/passwd')))
    return 'there is no user nobody'
  if (!mayAdminister(machine.readFile('/proc/self/status')) && !machine.nobodyHasNamespaces())
    return 'this container allows no namespaces, so nothing in it can have a sandbox'
  return null
}
