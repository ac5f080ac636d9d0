import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { runOrThrow } from '../../electron/runtime/run.ts'
import { recordFigure } from '../../electron/testing/figures.ts'
import { expect, test } from '../fixtures/inspector-app.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux-unpacked/postpress-inspector',
  win32: 'win-unpacked/postpress Inspector.exe',
  darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/postpress Inspector.app`,
}

const OFF = [
  'RunAsNode',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'GrantFileProtocolExtraPrivileges',
] as const
const ON = ['EnableCookieEncryption', 'OnlyLoadAppFromAsar', 'EnableEmbeddedAsarIntegrityValidation'] as const

test('the app as it would be given to users has its fuses set, and its bill of materials beside it', async () => {
  const script = join(ROOT, 'electron/runtime/package-app.ts')
  await runOrThrow('Packaging failed', process.execPath, [script], { cwd: ROOT })
  const executable = EXECUTABLES[process.platform]
  if (executable === undefined) throw new Error(`No packaged app is made on ${process.platform}.`)
  const wire = await getCurrentFuseWire(join(ROOT, 'dist', executable))
  const states = Object.fromEntries([...OFF, ...ON].map((name) => [name, wire[FuseV1Options[name]]]))
  expect(states).toEqual({
    ...Object.fromEntries(OFF.map((name) => [name, FuseState.DISABLE])),
    ...Object.fromEntries(ON.map((name) => [name, FuseState.ENABLE])),
  })
  const bill = JSON.parse(readFileSync(join(ROOT, 'dist/sbom.cdx.json'), 'utf8')) as { components: { name: string }[] }
  expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(['electron', 'react', 'zod']))
  recordFigure('fuses of the untouched package', `${OFF.length} off, ${ON.length} on, as wanted`)
})
