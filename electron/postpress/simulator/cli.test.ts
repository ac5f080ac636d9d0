import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { parseCommandLine } from './cli-options.ts'

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url))

const start = (...args: string[]) => spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

const finished = async (child: ReturnType<typeof start>) => {
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code, out, err }
}

describe('command line', () => {
  it('prints one JSON line, serves, and ends on SIGTERM', async () => {
    const child = start('--port', '0', '--attendees', '200', '--key', 'secret')
    const end = finished(child)
    const [line] = await once(child.stdout, 'data')
    const ready = JSON.parse(String(line)) as { url: string; key: string; accounts: { id: string; type: string }[] }
    const response = await fetch(`${ready.url}/accounts`, { headers: { 'x-api-key': ready.key } })
    const { items } = (await response.json()) as { items: { id: string }[] }
    expect(items.map(({ id }) => id)).toEqual(ready.accounts.map(({ id }) => id))
    child.kill('SIGTERM')
    const { code, out, err } = await end
    expect([code, err, out.trim().split('\n').length, ready.key]).toEqual([0, '', 1, 'secret'])
  })

  it('says what is wrong and exits with 2', async () => {
    const { code, out, err } = await finished(start('--port', '0', '--fault', 'frogs=1'))
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/no fault "frogs".*http-503/)
  })

  it.each([
    [['--seed', '1'], /--port is required/],
    [['--port', 'x'], /--port must be a whole number/],
    [['--port', '70000'], /0 to 65535/],
    [['--port', '0', '--attendees', '10'], /200 to 500000/],
    [['--port', '0', '--shoes'], /--shoes/],
    [['--port', '0', '--key', 'a b'], /printable ASCII/],
  ])('refuses %j', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(message)
  })

  it('reads every option', () => {
    const args = [
      '--port',
      '0',
      '--seed',
      '9',
      '--attendees',
      '900',
      '--relations',
      '50',
      '--newer-server',
      '--fault',
      'http-503@chats=0.5',
    ]
    expect(parseCommandLine(args)).toEqual({
      port: 0,
      seed: 9,
      attendees: 900,
      relations: 50,
      newerServer: true,
      faults: [{ name: 'http-503', route: 'chats', rate: 0.5 }],
    })
  })
})

describe('worker', () => {
  it('posts where it listens, serves, and ends on "stop"', async () => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: { key: 'k', attendees: 200 } })
    const [{ url, key }] = (await once(worker, 'message')) as [{ url: string; key: string }]
    expect((await fetch(`${url}/accounts`, { headers: { 'x-api-key': key } })).status).toBe(200)
    worker.postMessage('stop')
    expect(await once(worker, 'exit')).toEqual([0])
  })
})
