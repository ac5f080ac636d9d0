import { randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/domain/errors.ts'

/** The demo workspace's server: real HTTP on loopback, in its own thread so that generating its world never blocks. */
export interface DemoServer {
  url: string
  key: string
  stop(): Promise<void>
}

/** Started once per run and shared by every opening of the demo workspace. Throws `internal` when it cannot start. */
export const startDemoServer = (workerUrl: URL): Promise<DemoServer> =>
  new Promise((resolve, reject) => {
    // The key is new in every run: only this process can call the server.
    const worker = new Worker(workerUrl, {
      workerData: { port: 0, key: randomBytes(24).toString('base64url'), newerServer: true },
    })
    const failed = (cause: unknown): void =>
      reject(new AppError('internal', 'The demo workspace could not start.', { advice: 'Restart the app.', cause }))
    worker.once('error', failed)
    worker.once('exit', failed)
    worker.once('message', ({ url, key }: { url: string; key: string }) => {
      worker.off('exit', failed)
      const stop = async (): Promise<void> => {
        worker.postMessage('stop')
        await worker.terminate()
      }
      resolve({ url, key, stop })
    })
  })
