import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRegistry, type SavedWorkspace } from './registry.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-registry-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const workspace = (id: string, name = id): SavedWorkspace => ({
  id,
  name,
  kind: 'connected',
  url: `https://${id}.example/api/v1`,
  keyLast4: 'abcd',
  keyBlob: null,
  createdAt: 1,
})

describe('registry', () => {
  it('keeps workspaces and the open one across runs, readable by the owner only', () => {
    const file = join(folder, 'workspaces.json')
    const registry = openRegistry(file)
    registry.save(workspace('a'))
    registry.save(workspace('b'))
    registry.save(workspace('a', 'renamed'))
    registry.setCurrent('b')
    const again = openRegistry(file)
    expect(again.all().map(({ id, name }) => [id, name])).toEqual([
      ['a', 'renamed'],
      ['b', 'b'],
    ])
    expect(again.current()).toBe('b')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    again.remove('b')
    expect(openRegistry(file).current()).toBeNull()
  })

  it('puts a damaged list aside instead of overwriting it', () => {
    const file = join(folder, 'workspaces.json')
    writeFileSync(file, '{"version":1,"workspaces":[{"id"')
    const registry = openRegistry(file)
    expect(registry.all()).toEqual([])
    expect(registry.damage).not.toBeNull()
    registry.save(workspace('a'))
    const aside = readdirSync(folder).find((name) => name.includes('damaged'))
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toContain('"workspaces":[{"id"')
  })
})
