import { spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own for a test: it can be filled, and made read-only. */
export interface SmallDisk {
  folder: string
  /** Leaves no byte free. */
  fill(): void
  free(): void
  readOnly(on: boolean): void
  remove(): void
}

const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0

/** Whether this machine lets a test have a disk: Linux, as root, outside of a container that forbids it. */
export const hasSmallDisks = (): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'inspector-disk-'))
  const allowed = mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder)
  if (allowed) spawnSync('umount', [folder])
  rmdirSync(folder)
  return allowed
}

/** A disk of so many megabytes. Throws when this machine has none. */
export const createSmallDisk = (megabytes: number): SmallDisk => {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-disk-'))
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) throw new Error('No disk could be mounted.')
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => {
      const descriptor = openSync(filler, 'a')
      try {
        for (let size = 1024 * 1024; size >= 1; ) {
          try {
            if (writeSync(descriptor, Buffer.alloc(size)) < size) size = Math.floor(size / 2)
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
            size = Math.floor(size / 2)
          }
        }
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
    },
    free: () => rmSync(filler, { force: true }),
    readOnly: (on) => {
      if (!mount('-o', `remount,${on ? 'ro' : 'rw'}`, folder)) throw new Error('The disk could not be mounted again.')
    },
    remove: () => {
      // Lazily: a thread that was ended may still hold a file for a moment.
      spawnSync('umount', ['-l', folder])
      rmdirSync(folder)
    },
  }
}
