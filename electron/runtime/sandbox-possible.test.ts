import { expect, it } from 'vitest'
import { type Machine, sandboxObstacle } from './sandbox-possible.ts'

const FILES: Record<string, string> = {
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n',
  '/proc/self/status': 'Name:\tnode\nCapBnd:\t000001ffffffffff\nSeccomp:\t0\n',
}
const machine = (changes: Partial<Machine> = {}, files: Record<string, string> = {}): Machine => ({
  platform: 'linux',
  uid: 0,
  readFile: (file) => files[file] ?? FILES[file] ?? '',
  nobodyHasNamespaces: () => false,
  ...changes,
})
/** What Docker leaves to root by default: no CAP_SYS_ADMIN. */
const CONTAINER = { '/proc/self/status': 'CapBnd:\t00000000a80425fb\n' }

it('the sandbox is checked wherever it can be, and otherwise it is said why not', () => {
  expect(sandboxObstacle(machine())).toBeNull()
  expect(sandboxObstacle(machine({ nobodyHasNamespaces: () => true }, CONTAINER))).toBeNull()
  expect(sandboxObstacle(machine({ platform: 'darwin' }))).toMatch(/only Linux/)
  expect(sandboxObstacle(machine({ uid: 1_000 }))).toMatch(/only root/)
  expect(sandboxObstacle(machine({}, { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n' }))).toMatch(/no user nobody/)
  expect(sandboxObstacle(machine({}, CONTAINER))).toMatch(/no namespaces/)
})
