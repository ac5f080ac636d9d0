import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCache } from '../cache/thread.ts'
import { spareThread } from './spare-thread.ts'

const workerUrl = new URL('../cache/worker.ts', import.meta.url)
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-spare-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is handed out once, and opens what it is told then', async () => {
  const spare = spareThread(new Worker(workerUrl))
  let handedOut = 0
  const take = () => {
    const worker = spare()
    if (worker !== null) handedOut += 1
    return worker
  }
  const key = Buffer.alloc(32, 7)
  for (const value of ['first', 'second']) {
    const cache = await openCache({ workerUrl, file: join(folder, 'a.sqlite'), key, spareThread: take })
    await cache.saveFact('greeting', value)
    expect(await cache.readFact('greeting')).toBe(value)
    await cache.close()
  }
  expect(handedOut).toBe(1)
})

it.each([
  ['ended', ''],
  ['failed', 'throw new Error("no")'],
])('that %s by itself is not handed out', async (_how, code) => {
  const file = join(folder, 'thread.mjs')
  writeFileSync(file, code)
  const worker = new Worker(file)
  const take = spareThread(worker)
  await new Promise((resolve) => worker.once('exit', resolve))
  expect(take()).toBeNull()
})
