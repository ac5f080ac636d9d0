import { readFile } from 'node:fs/promises'
import { asCommand } from './command.ts'
import { changedUses, electronSources, unknownModules, usedApis } from './electron-apis.ts'
import { OLDEST_ELECTRON, oldestTypings, ownTypings, type Standing, standingIn } from './electron-typings.ts'
import { electronVersion } from './official-binary.ts'

/**
 * `npm run electron-apis`: every API of Electron that the app uses, where, and how it stands in the oldest and in the
 * product's own version. Exits with 1 for one that is missing or known to have changed.
 */

/** Asked for before they are called; the others take their place where they are missing (see vault/keyring.ts). */
const ONLY_NEWER = new Set([
  'SafeStorage.encryptStringAsync',
  'SafeStorage.decryptStringAsync',
  'SafeStorage.isAsyncEncryptionAvailable',
])

const listed = async (): Promise<number> => {
  const sources = electronSources()
  const [oldest, own] = await Promise.all(
    [oldestTypings(), ownTypings()].map(async (file) => readFile(await file, 'utf8')),
  )
  const files = new Map<string, string[]>()
  for (const { name, text } of sources)
    for (const api of usedApis(text)) files.set(api, [...(files.get(api) ?? []), name])
  const faults = [...changedUses(sources), ...unknownModules(sources).map((name) => `${name}: nobody has looked it up`)]
  const versions = [OLDEST_ELECTRON, await electronVersion()] as const
  process.stdout.write(`${'API'.padEnd(48)} ${versions[0].padEnd(11)} ${versions[1].padEnd(11)} used in\n`)
  for (const [api, names] of [...files].sort(([a], [b]) => a.localeCompare(b))) {
    const standings = [standingIn(oldest ?? '', api), standingIn(own ?? '', api)] as const
    const wrong = standings.some((one, index) => one === 'missing' && !(index === 0 && ONLY_NEWER.has(api)))
    if (wrong) faults.push(`${api}: not in ${versions.filter((_, index) => standings[index] === 'missing').join(', ')}`)
    const shown = standings.map((one: Standing) => one.padEnd(11)).join(' ')
    process.stdout.write(`${api.padEnd(48)} ${shown} ${names.join(', ')}\n`)
  }
  process.stdout.write(`\n${files.size} APIs in ${sources.length} files, ${faults.length} faults\n`)
  for (const fault of faults) process.stdout.write(`${fault}\n`)
  return faults.length === 0 ? 0 : 1
}

await asCommand(listed)
