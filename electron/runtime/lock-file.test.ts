import { describe, expect, it } from 'vitest'
import { recordFigure } from '../testing/figures.ts'
import { closureOf, installScripts, lockedPackages, scriptPolicy } from './lock-file.ts'
import { describePackage, shippedPackages } from './shipped-packages.ts'

/** Free to ship, with no more than a notice. */
const LICENCES = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']
const MOST_PACKAGES = 15

describe('the install scripts of this project', () => {
  it('are decided one by one, and only that of node runs', () => {
    const scripts = installScripts(lockedPackages(), scriptPolicy())
    expect(scripts.allowed).toEqual(['node'])
    expect([scripts.undecided, scripts.stale]).toEqual([[], []])
    recordFigure('install scripts that run', `${scripts.allowed.join(', ')} (forbidden: ${scripts.denied.join(', ')})`)
  })

  it('are known by the name in the registry, whatever an alias calls them', () => {
    const from = (name: string) => `https://registry.example/${name}/-/x-1.0.0.tgz`
    const packages = {
      'node_modules/harmless': { version: '1.0.0', resolved: from('evil'), hasInstallScript: true },
      'node_modules/a/node_modules/@scope/b': { version: '1.0.0', resolved: from('@scope/b'), hasInstallScript: true },
      'node_modules/c': { version: '1.0.0', hasInstallScript: true },
      'node_modules/alias': { version: '1.0.0', name: 'aliased', hasInstallScript: true },
      'node_modules/quiet': { version: '1.0.0', resolved: from('quiet') },
    }
    expect(installScripts(packages, { alias: true, harmless: true, '@scope/b': true, c: false, quiet: false })).toEqual(
      {
        allowed: ['@scope/b'],
        denied: ['c'],
        undecided: ['aliased', 'evil'],
        stale: ['alias', 'harmless', 'quiet'],
      },
    )
  })
})

describe('the packages in the app', () => {
  it('are few, with what they bring all under licences like MIT', () => {
    const packages = lockedPackages()
    const names = shippedPackages()
    const places = closureOf(packages, names)
    expect(names.length).toBeLessThanOrEqual(MOST_PACKAGES)
    expect(places.length).toBeGreaterThan(names.length)
    const licences = places.map((place) => describePackage(place.replace('node_modules/', '')).licence)
    expect(licences.filter((licence) => !LICENCES.includes(licence))).toEqual([])
    recordFigure(
      'packages in the app',
      `${names.length} (at most ${MOST_PACKAGES}), ${places.length} with what they bring; licences ${[...new Set(licences)].sort().join(', ')}`,
    )
  })

  it('are found with what they bring, the nearest version first', () => {
    const one = { version: '1.0.0' }
    const packages = {
      'node_modules/a': { ...one, dependencies: { b: '2' } },
      'node_modules/a/node_modules/b': { ...one, dependencies: { c: '1', a: '1' } },
      'node_modules/b': one,
      'node_modules/c': one,
      'node_modules/unused': one,
    }
    expect(closureOf(packages, ['a'])).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c'])
  })
})
