import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { openCache } from '../../cache/thread.ts'
import { fetchTransport } from '../../postpress/transport.ts'
import { createBench } from './bench.ts'

/**
 * Syncs a simulated workspace through the cache's thread, as the app does: `node measure.ts [attendees]`. Prints rows per
 * second of a first and of an unchanged run, and the delay of the event loop meanwhile. The simulator has its own thread.
 */
const attendees = Number(process.argv[2] ?? 100_000)
const simulator = new Worker(
  `const { parentPort } = require('node:worker_threads')
   import(${JSON.stringify(new URL('../../postpress/simulator/server.ts', import.meta.url).href)})
     .then(({ startSimulator }) => startSimulator({ attendees: ${attendees} }))
     .then(({ url, key }) => parentPort.postMessage({ url, key }))`,
  { eval: true },
)
const api = await new Promise<{ url: string; key: string }>((resolve, reject) => {
  simulator.once('message', resolve)
  simulator.once('error', reject)
})
const folder = mkdtempSync(join(tmpdir(), 'postpress-measure-'))
const cache = await openCache({
  workerUrl: new URL('../../cache/worker.ts', import.meta.url),
  file: join(folder, 'cache.sqlite'),
})
for (const name of ['new', 'unchanged']) {
  const bench = await createBench(cache, { ...api, transport: fetchTransport(fetch) })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const start = performance.now()
  delay.enable()
  const { resources } = await bench.run()
  delay.disable()
  const seconds = (performance.now() - start) / 1_000
  const rows = resources.reduce((sum, { items }) => sum + items, 0)
  const ended = resources.filter(({ state }) => state === 'done').length
  const ms = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(1)
  process.stdout.write(
    `${name}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, ${ended} of ${resources.length} parts done, ` +
      `event loop p99 ${ms(delay.percentile(99))} ms, max ${ms(delay.max)} ms\n`,
  )
}
await cache.close()
await simulator.terminate()
rmSync(folder, { recursive: true, force: true })
