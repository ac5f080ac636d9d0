import { parentPort, workerData } from 'node:worker_threads'
import { type SimulatorOptions, startSimulator } from './server.ts'

/**
 * Thread entry: `workerData` are SimulatorOptions without `world`. Posts `{url, key}` when ready; stops on the message 'stop'. A start
 * that fails surfaces as the thread's 'error' event.
 */
const options = (workerData ?? {}) as Omit<SimulatorOptions, 'world'>
const simulator = await startSimulator(options)
parentPort?.once('message', (message: unknown) => {
  if (message === 'stop') void simulator.stop()
})
parentPort?.postMessage({ url: simulator.url, key: simulator.key })
