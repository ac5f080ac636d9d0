import type { ResourceSync, SyncRun, SyncStatus } from '#shared/domain/sync.ts'
import { formatNumber, plural } from '../../lib/format-number.ts'
import { clockTime, timeAgo } from '../../lib/format-time.ts'
import { RESOURCE_WORDS } from '../../lib/words.ts'

export interface SyncText {
  /** The state in words. */
  text: string
  /** done: complete. open: never, cancelled or interrupted. */
  tone: 'done' | 'open' | 'busy' | 'trouble'
  /** Share of resources that are done, 0 to 1, while running; null otherwise. */
  progress: number | null
}

const settled = ({ state }: ResourceSync): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

const runningText = (status: SyncStatus, nameOf: (accountId: string) => string): SyncText => {
  const all = status.resources.length
  if (all === 0)
    return { text: `${status.paused ? 'Paused' : 'Syncing'}: reading the accounts`, tone: 'busy', progress: 0 }
  const done = status.resources.filter(settled).length
  const items = status.resources.reduce((sum, resource) => sum + resource.items, 0)
  const current = status.resources.find(({ state }) => state === 'running')
  const where = current ? `${nameOf(current.accountId)}, ${RESOURCE_WORDS[current.resource].toLowerCase()}: ` : ''
  const how = current ? `page ${formatNumber(current.pages + 1)}, ` : ''
  return {
    text: `${status.paused ? 'Paused at' : 'Syncing'} ${where}${how}${plural(items, 'item', 'items')}, ${done} of ${all} parts done`,
    tone: 'busy',
    progress: done / all,
  }
}

/** What the status bar says about the sync. `nameOf` gives an account's name. Times in ms. */
export const syncText = (status: SyncStatus, now: number, nameOf: (accountId: string) => string): SyncText => {
  if (status.running) return runningText(status, nameOf)
  const open = (text: string): SyncText => ({ text, tone: 'open', progress: null })
  const trouble = (text: string): SyncText => ({ text, tone: 'trouble', progress: null })
  if (status.failure !== null) return trouble(status.failure.message)
  const count = (state: ResourceSync['state']): number =>
    status.resources.filter((resource) => resource.state === state).length
  const failed = count('failed')
  if (failed > 0)
    return trouble(`Sync finished, ${failed} of ${plural(status.resources.length, 'part', 'parts')} failed`)
  if (count('cancelled') > 0) return open('Sync cancelled: it continues from here')
  if (count('interrupted') > 0) return open('Sync was interrupted: it continues from where it stopped')
  if (status.lastCompleteAt !== null) {
    return { text: `Synced ${timeAgo(status.lastCompleteAt, now)}`, tone: 'done', progress: null }
  }
  return open('Never synced')
}

/** The connection and how old the data is. Data is as old as the last answer of the API. */
export const connectionText = (status: SyncStatus, now: number): string => {
  const age = status.lastContactAt === null ? null : timeAgo(status.lastContactAt, now)
  if (status.connection === 'connected') return 'Connected'
  if (status.connection === 'offline') return age === null ? 'Offline. No data yet' : `Offline. Data from ${age}`
  return age === null ? 'Not connected yet' : `Data from ${age}`
}

const rateText = ({ itemsPerSecond }: ResourceSync): string =>
  itemsPerSecond === null ? '' : `, ${formatNumber(itemsPerSecond)} a second`

/** What failed while a resource was read, and when it is tried again; null when nothing did. */
export const errorText = ({ errors, nextTryAt, state }: ResourceSync): string | null => {
  if (errors === 0) return null
  const failed = `${plural(errors, 'try', 'tries')} failed`
  return state === 'running' && nextTryAt !== null ? `${failed}, next try at ${clockTime(nextTryAt)}` : failed
}

/** The state of one resource of one account, for the details. */
export const resourceText = (resource: ResourceSync, now: number): string => {
  if (resource.unavailable && resource.state === 'done') return 'Not available for this account'
  const items = plural(resource.items, 'item', 'items')
  const words: Record<ResourceSync['state'], string> = {
    never: 'Never synced',
    queued: 'Waiting',
    running: `Page ${formatNumber(resource.pages + 1)}, ${items}${rateText(resource)}`,
    done: `${items}, ${resource.completedAt === null ? 'complete' : timeAgo(resource.completedAt, now)}`,
    interrupted: `Interrupted after ${items}`,
    cancelled: `Cancelled after ${items}`,
    failed: `Failed after ${items}`,
  }
  return words[resource.state]
}

/** How a run of the sync log went, in one line. A run without an end was cut off with the app, unless it is under way. */
export const outcomeText = ({ outcome, items, pages, failure }: SyncRun): string => {
  const read = `${plural(items, 'item', 'items')} in ${plural(pages, 'page', 'pages')}`
  switch (outcome) {
    case 'done':
      return read
    case 'running':
      return 'not ended'
    case 'cancelled':
      return `cancelled after ${read}`
    case 'interrupted':
      return `interrupted after ${read}`
    case 'failed':
      return failure?.message ?? `failed after ${read}`
  }
}
