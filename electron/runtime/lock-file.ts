import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project.ts'

/** What package-lock.json says about one installed package. */
export interface LockedPackage {
  version: string
  /** Its name in the registry, when it is installed under an alias. */
  name?: string
  /** Where it comes from, unless the lock file leaves that to the registry. */
  resolved?: string
  license?: string
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
}

/** Packages by their place below the project's folder. */
export type LockedPackages = Record<string, LockedPackage>

const readJson = (name: string): unknown => JSON.parse(readFileSync(path.join(projectRoot, name), 'utf8'))

export const lockedPackages = (): LockedPackages => {
  const { '': _project, ...packages } = (readJson('package-lock.json') as { packages: LockedPackages }).packages
  return packages
}

/** Which packages may run a script when they are installed, as package.json says: name to yes or no. */
export const scriptPolicy = (): Record<string, boolean> =>
  (readJson('package.json') as { allowScripts?: Record<string, boolean> }).allowScripts ?? {}

/** The name in the registry, which an alias hides. */
const registryName = (place: string, { resolved = '', name }: LockedPackage): string =>
  /^https:\/\/[^/]+\/((?:@[^/]+\/)?[^/]+)\/-\//.exec(resolved)?.[1] ??
  name ??
  place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

export interface InstallScripts {
  /** Packages with an install script that the policy lets run. */
  allowed: string[]
  /** Those that it forbids. */
  denied: string[]
  /** Those that nobody decided about: npm runs them or stops, depending on its version. */
  undecided: string[]
  /** Decisions about packages that have no install script, or are gone. */
  stale: string[]
}

/** Compares the install scripts that the lock file knows with the policy. */
export const installScripts = (packages: LockedPackages, policy: Record<string, boolean>): InstallScripts => {
  const names = new Set(
    Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([place, locked]) => registryName(place, locked)),
  )
  const having = [...names].sort()
  return {
    allowed: having.filter((name) => policy[name] === true),
    denied: having.filter((name) => policy[name] === false),
    undecided: having.filter((name) => policy[name] === undefined),
    stale: Object.keys(policy).filter((name) => !names.has(name)),
  }
}

/** Where Node finds `name` from the package at `place`: beside it, or in a folder above. */
const placeOf = (packages: LockedPackages, place: string, name: string): string | null => {
  for (let above = place; ; above = above.slice(0, above.lastIndexOf('/node_modules/'))) {
    const inside = `${above}/node_modules/${name}`
    if (inside in packages) return inside
    if (!above.includes('/node_modules/')) break
  }
  return `node_modules/${name}` in packages ? `node_modules/${name}` : null
}

/** The places of these packages and of everything that they bring with them. */
export const closureOf = (packages: LockedPackages, names: string[]): string[] => {
  const found = new Set<string>()
  const add = (place: string | null): void => {
    if (place === null || found.has(place)) return
    found.add(place)
    for (const name of Object.keys(packages[place]?.dependencies ?? {})) add(placeOf(packages, place, name))
  }
  for (const name of names) add(`node_modules/${name}` in packages ? `node_modules/${name}` : null)
  return [...found].sort()
}
