import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const POLL_MS = 100

/** The end of every complete PNG file: its IEND chunk with checksum. */
const END = Buffer.from('49454e44ae426082', 'hex')

/** Whether these bytes are a PNG file to its very end, not one that is still being written. */
export const isCompletePng = (bytes: Buffer): boolean =>
  bytes.subarray(1, 4).toString('latin1') === 'PNG' && bytes.subarray(-END.length).equals(END)

/** Waits until another process has written `file` completely; false when `limitMs` passes or `ended` settles first. */
export const writtenPng = async (file: string, limitMs: number, ended: Promise<unknown>): Promise<boolean> => {
  const until = Date.now() + limitMs
  let over = false
  const stop = (): void => {
    over = true
  }
  ended.then(stop, stop)
  for (;;) {
    const last = over || Date.now() > until
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    if (isCompletePng(bytes)) return true
    if (last) return false
    await pause(POLL_MS)
  }
}
