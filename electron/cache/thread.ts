import { AppError } from '#shared/domain/errors.ts'
import { startThread } from '../threads/thread.ts'
import type { Cache, CacheMethods } from './cache.ts'
import type { CacheRole, CacheThreadData } from './worker.ts'

/** Who answers what. Reads see every write that was answered before they were asked. */
const METHODS: Record<keyof CacheMethods, CacheRole> = {
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

/**
 * Opens a cache in threads of its own, so that a long statement never freezes the app and a search never waits for a
 * sync. Every method of the result is one message; the calls of one thread are answered in order, except that a newer
 * keystroke's search takes the place of an older one (`cancelled`). Throws AppError `storage` when the file cannot be
 * opened.
 */
export const openCache = async (options: Omit<CacheThreadData, 'role'> & { workerUrl: URL }): Promise<Cache> => {
  const { workerUrl, ...workerData } = options
  const writer = startThread(workerUrl, { ...workerData, role: 'writer' satisfies CacheRole }, stopped)
  const reader = startThread(workerUrl, { ...workerData, role: 'reader' satisfies CacheRole }, stopped)
  const close = async (): Promise<void> => {
    // The last connection to close empties the log: the one that may write.
    await reader.close()
    await writer.close()
  }
  try {
    await writer.opened
    reader.open()
    await reader.opened
  } catch (error) {
    reader.opened.catch(() => undefined)
    await Promise.all([reader.terminate(), writer.terminate()])
    throw error
  }
  const methods = Object.fromEntries(
    Object.entries(METHODS).map(([name, role]) => [
      name,
      (...args: unknown[]) => (role === 'writer' ? writer : reader).send(name, args),
    ]),
  )
  return { ...methods, close } as Cache
}
