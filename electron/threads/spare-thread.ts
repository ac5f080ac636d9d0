import type { Worker } from 'node:worker_threads'

/**
 * A thread that was started before it is known what it shall open: starting takes longer than opening, and while the app
 * starts there is time for it. What it opens is its first message, in place of `workerData`. Answers the function that
 * hands it out, once; null afterwards, and when it ended by itself.
 */
export const spareThread = (worker: Worker): (() => Worker | null) => {
  let spare: Worker | null = worker
  const gone = (): void => {
    spare = null
  }
  worker.once('error', gone)
  worker.once('exit', gone)
  return () => {
    const taken = spare
    spare = null
    return taken
  }
}
