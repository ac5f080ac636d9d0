import { describe, expect, it } from 'vitest'
import { billOfMaterials, shippedPackages } from './shipped-packages.ts'

describe('the packages in the app', () => {
  it('are what the code imports', () => {
    expect(shippedPackages()).toEqual(expect.arrayContaining(['react', 'zod', 'better-sqlite3']))
  })

  it('are all in the bill of materials, Electron too', () => {
    const { components } = billOfMaterials({ name: 'app', version: '1' }) as {
      components: { name: string; purl: string }[]
    }
    expect(components).toHaveLength(shippedPackages().length + 1)
    expect(components.every(({ purl }) => /^pkg:npm\/(?:%40)?[\w./-]+@\d/.test(purl))).toBe(true)
  })
})
