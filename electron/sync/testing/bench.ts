import type { SyncStatus } from '#shared/domain/sync.ts'
import type { Cache, CacheMethods } from '../../cache/cache.ts'
import { createMethods } from '../../cache/methods.ts'
import { openDatabase } from '../../cache/open.ts'
import type { CallerParts } from '../../postpress/caller.ts'
import { createClient } from '../../postpress/client.ts'
import type { Clock } from '../../postpress/clock.ts'
import { createSync, type Sync } from '../engine.ts'
import type { SyncRequest } from '../runner.ts'

/** The real cache without its thread. */
export interface DirectCache {
  db: ReturnType<typeof openDatabase>
  methods: CacheMethods
  cache: Cache
}

const asCache = (methods: CacheMethods): Cache => {
  const call =
    <A extends unknown[], R>(method: (...args: A) => R) =>
    async (...args: A): Promise<R> =>
      method(...args)
  return {
    saveAccounts: call(methods.saveAccounts),
    overview: call(methods.overview),
    accounts: call(methods.accounts),
    checkpoints: call(methods.checkpoints),
    saveCheckpoint: call(methods.saveCheckpoint),
    savePage: call(methods.savePage),
    chatsWithoutMembers: call(methods.chatsWithoutMembers),
    saveRun: call(methods.saveRun),
    syncReport: call(methods.syncReport),
    countUnseen: call(methods.countUnseen),
    saveProfile: call(methods.saveProfile),
    listAttendees: call(methods.listAttendees),
    countAttendees: call(methods.countAttendees),
    lettersOf: call(methods.lettersOf),
    passport: call(methods.passport),
    findAttendees: call(methods.findAttendees),
    findAcquaintance: call(methods.findAcquaintance),
    unknownPassport: call(methods.unknownPassport),
    rawKeeping: call(methods.rawKeeping),
    keepRaw: call(methods.keepRaw),
    rawOf: call(methods.rawOf),
    soleSlice: call(methods.soleSlice),
    nameGroups: call(methods.nameGroups),
    soleMembers: call(methods.soleMembers),
    identifiersOf: call(methods.identifiersOf),
    lookupsOn: call(methods.lookupsOn),
    countLookup: call(methods.countLookup),
    previewForget: call(methods.previewForget),
    forgetPerson: call(methods.forgetPerson),
    forgottenPeople: call(methods.forgottenPeople),
    forgottenAs: call(methods.forgottenAs),
    allowAgain: call(methods.allowAgain),
    keepForgotten: call(methods.keepForgotten),
    restoreForgotten: call(methods.restoreForgotten),
    retain: call(methods.retain),
    isPurging: call(methods.isPurging),
    subjectData: call(methods.subjectData),
    readFact: call(methods.readFact),
    saveFact: call(methods.saveFact),
    close: async () => undefined,
  }
}

/** In memory, or in a file. */
export const openDirectCache = (file = ':memory:'): DirectCache => {
  const db = openDatabase(file)
  const methods = createMethods(db)
  return { db, methods, cache: asCache(methods) }
}

/** Waits that are over as soon as nothing else is to be done: tests do not sit through backoff. */
export const noWaiting: Clock['after'] = (_ms, run) => {
  const soon = setImmediate(run)
  return () => clearImmediate(soon)
}

export interface Bench {
  sync: Sync
  progress: SyncStatus[]
  changed: Set<string>
  /** Starts a run and resolves with the status at its end. */
  run(accountId?: string | null, depth?: SyncRequest['depth']): Promise<SyncStatus>
  /** "attendees done", "relations failed rate-limited"..., sorted, of one account or all. */
  states(accountId?: string): string[]
}

/** A sync over `cache` whose client calls the API at `parts.url`. */
export const createBench = async (
  cache: Cache,
  parts: CallerParts,
  clock: Clock = { now: Date.now, after: noWaiting },
): Promise<Bench> => {
  const client = createClient({ random: () => 0, onRetry: (id, at) => sync.retrying(id, at), ...parts })
  const progress: SyncStatus[] = []
  const changed = new Set<string>()
  const sync: Sync = await createSync({
    cache,
    client: () => client,
    now: clock.now,
    after: clock.after,
    random: () => 0,
    onProgress: (status) => progress.push(status),
    onChanged: (ids) => {
      for (const id of ids) changed.add(id)
    },
  })
  return {
    sync,
    progress,
    changed,
    run: async (accountId = null, depth = 'full') => {
      sync.start({ accountId, depth })
      await sync.idle()
      return sync.status()
    },
    states: (accountId) =>
      sync
        .status()
        .resources.filter((one) => accountId === undefined || one.accountId === accountId)
        .map(({ resource, state, failure }) => `${resource} ${state}${failure === null ? '' : ` ${failure.kind}`}`)
        .sort(),
  }
}
