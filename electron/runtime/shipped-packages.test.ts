import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from './project.ts'
import { billOfMaterials, describePackage, shippedPackages } from './shipped-packages.ts'

const LICENCES = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']

describe('the packages in the app', () => {
  it('are few, and free to ship', () => {
    const names = shippedPackages()
    expect(names).toEqual(expect.arrayContaining(['react', 'zod', 'better-sqlite3']))
    expect(names.length).toBeLessThanOrEqual(15)
    expect(names.map(describePackage).filter(({ licence }) => !LICENCES.includes(licence))).toEqual([])
  })

  it('are all in the bill of materials, Electron too', () => {
    const { components } = billOfMaterials({ name: 'app', version: '1' }) as {
      components: { name: string; purl: string }[]
    }
    expect(components).toHaveLength(shippedPackages().length + 1)
    expect(components.every(({ purl }) => /^pkg:npm\/(?:%40)?[\w./-]+@\d/.test(purl))).toBe(true)
  })

  it('only listed ones run a script when they are installed', () => {
    const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
      allowScripts: Record<string, boolean>
    }
    expect(manifest.allowScripts).toEqual({ node: true })
  })
})
