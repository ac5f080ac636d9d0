import { Worker } from 'node:worker_threads'

/**
 * Starts a thread before it is known what it shall open: starting takes longer than opening, and while the app starts
 * there is time for it. Answers the function that hands it out, once; null afterwards, or when it ended by itself. What
 * it opens is its first message, in place of `workerData`.
 */
export const startSpareThread = (workerUrl: URL): (() => Worker | null) => {
  let spare: Worker | null = new Worker(workerUrl)
  const gone = (): void => {
    spare = null
  }
  spare.once('error', gone)
  spare.once('exit', gone)
  return () => {
    const taken = spare
    spare = null
    return taken
  }
}
