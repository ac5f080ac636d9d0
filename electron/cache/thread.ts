import type { Worker } from 'node:worker_threads'
import { AppError } from '#shared/domain/errors.ts'
import { startThread, type Thread } from '../threads/thread.ts'
import type { Cache, CacheMethods } from './cache.ts'
import type { CacheRole, CacheThreadData, CacheTold } from './worker.ts'

/**
 * Who answers what. Reads see every write that was answered before they were asked. The writer reads until a reader is
 * there.
 */
const METHODS: Record<keyof CacheMethods, 'writer' | 'reader'> = {
  saveAccounts: 'writer',
  accounts: 'reader',
  overview: 'reader',
  checkpoints: 'writer',
  saveCheckpoint: 'writer',
  savePage: 'writer',
  countUnseen: 'writer',
  chatsWithoutMembers: 'writer',
  saveRun: 'writer',
  syncReport: 'writer',
  saveProfile: 'writer',
  identifiersOf: 'reader',
  listAttendees: 'reader',
  countAttendees: 'reader',
  lettersOf: 'reader',
  passport: 'reader',
  findAttendees: 'reader',
  findAcquaintance: 'reader',
  unknownPassport: 'reader',
  soleSlice: 'reader',
  nameGroups: 'reader',
  soleMembers: 'reader',
  rawKeeping: 'writer',
  keepRaw: 'writer',
  rawOf: 'reader',
  lookupsOn: 'writer',
  countLookup: 'writer',
  previewForget: 'reader',
  forgetPerson: 'writer',
  forgottenPeople: 'writer',
  forgottenAs: 'writer',
  allowAgain: 'writer',
  keepForgotten: 'writer',
  restoreForgotten: 'writer',
  retain: 'writer',
  isPurging: 'writer',
  subjectData: 'reader',
  readFact: 'writer',
  saveFact: 'writer',
}

const stopped = (): AppError =>
  new AppError('storage', 'The cache stopped working.', { advice: 'Restart the app: nothing that was synced is lost.' })

export interface CacheThreadOptions extends Omit<CacheThreadData, 'role'> {
  workerUrl: URL
  /** Hands out a thread that started already, if there is one. */
  spareThread?: (() => Worker | null) | undefined
  /** How long the reading thread waits before it starts, ms; a second unless said otherwise. */
  readerAfterMs?: number
  /** The file is damaged: found by a request, or by the check after a run that was cut off. Called once. */
  onDamaged?: () => void
}

export interface CacheInThreads extends Cache {
  /** What people must be told: the cache was damaged and is read again. */
  told: string | null
  /**
   * Once reads have a thread of their own: null; otherwise why they have none, and the writer goes on reading. Never
   * rejects.
   */
  reading: Promise<AppError | null>
  /** Ends with the check of a file that the last run did not close; null when there is nothing to check. */
  checked: Promise<void> | null
}

const once = (run: () => void): (() => void) => {
  let ran = false
  return () => {
    if (!ran) run()
    ran = true
  }
}

/** The first rows of a window that starts wait for one thread, not for two; by then they are painted, ms. */
const READER_AFTER_MS = 1_000

/** The thread that reads, which starts a moment after the other one. */
const readerSoon = (start: () => Thread, afterMs: number) => {
  let started: Thread | null = null
  let ready: Thread | null = null
  const { promise: reading, resolve } = Promise.withResolvers<AppError | null>()
  const timer = setTimeout(() => {
    const thread = start()
    started = thread
    thread.opened.then(
      () => {
        ready = thread
        resolve(null)
      },
      (error: AppError) => {
        started = null
        resolve(error)
      },
    )
  }, afterMs)
  return {
    /** Null until it is there. */
    ready: () => ready,
    reading,
    close: async () => {
      clearTimeout(timer)
      await started?.close()
    },
  }
}

/**
 * Opens a cache in threads of its own, so that a long statement never freezes the app and a search never waits for a
 * sync. Every method of the result is one message; the calls of one thread are answered in order, except that a newer
 * keystroke's search takes the place of an older one (`cancelled`). A damaged cache is set aside and a new one begun; one
 * that the last run did not close is checked besides the work. Throws AppError `storage` when the file cannot be used.
 */
export const openCache = async (options: CacheThreadOptions): Promise<CacheInThreads> => {
  const { workerUrl, spareThread, readerAfterMs = READER_AFTER_MS, onDamaged, ...workerData } = options
  const damaged = once(onDamaged ?? (() => undefined))
  const start = (role: CacheRole, spare: Worker | null = null): Thread =>
    startThread(workerUrl, { ...workerData, role }, stopped, damaged, spare)
  const writer = start('writer', spareThread?.() ?? null)
  let checker: Thread | null = null
  const check = async (): Promise<void> => {
    checker = start('checker')
    await checker.opened
    if ((await checker.send('check', [])) !== true) damaged()
    await checker.close()
    checker = null
  }
  try {
    const { told, cutOff } = (await writer.opened) as CacheTold
    const reader = readerSoon(() => start('reader'), readerAfterMs)
    const close = async (): Promise<void> => {
      await checker?.close().catch(() => undefined)
      // The last connection to close empties the log: the one that may write.
      await reader.close()
      await writer.close()
    }
    // Damage was told already; a check that was ended by closing leaves the mark, and the next start checks.
    const checked = cutOff ? check().catch(() => undefined) : null
    const methods = Object.fromEntries(
      Object.entries(METHODS).map(([name, role]) => [
        name,
        (...args: unknown[]) => ((role === 'reader' && reader.ready()) || writer).send(name, args),
      ]),
    )
    return { ...methods, close, told, reading: reader.reading, checked } as CacheInThreads
  } catch (error) {
    await writer.terminate()
    throw error
  }
}
