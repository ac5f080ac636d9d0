import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withLock } from './lock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'inspector-lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('withLock', () => {
  it('lets one caller in at a time and loses none', async () => {
    const file = path.join(folder, 'lock')
    let inside = 0
    let most = 0
    const work = async (): Promise<void> => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
    }
    await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)])
    expect(most).toBe(1)
  })

  it('is free again after the work threw', async () => {
    const file = path.join(folder, 'lock')
    await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await withLock(file, () => Promise.resolve('next'))).toBe('next')
  })

  it('is free again after its holder was killed', async () => {
    const file = path.join(folder, 'lock')
    const script = `import { withLock } from ${JSON.stringify(path.join(import.meta.dirname, 'lock.ts'))}
      await withLock(${JSON.stringify(file)}, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)) })`
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    let entered = false
    const waiting = withLock(file, async () => {
      entered = true
    })
    expect(entered).toBe(false)
    holder.kill('SIGKILL')
    await waiting
    expect(entered).toBe(true)
  })
})
