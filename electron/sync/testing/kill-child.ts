import { writeSync } from 'node:fs'
import type { SyncPage } from '../../cache/cache.ts'
import { fetchTransport } from '../../postpress/transport.ts'
import { createBench, openDirectCache } from './bench.ts'

/** What the child says after a page was saved: from then on it must never be lost. */
export interface Acknowledged {
  accountId: string
  resource: SyncPage['resource']
  generation: number
  pages: number
  keys: string[]
}

const acknowledge = (page: SyncPage): void => {
  const { accountId, resource, generation, pages } = page.checkpoint
  const keys = page.items.map((item) => ('internalId' in item ? item.internalId : item.id))
  // Written before anything else can happen: a buffered line could die with the process.
  writeSync(1, `${JSON.stringify({ accountId, resource, generation, pages, keys } satisfies Acknowledged)}\n`)
}

/** A process that syncs a cache file from a simulator: `node kill-child.ts <url> <key> <file>`. */
const [url = '', key = '', file = ''] = process.argv.slice(2)
const { cache, db } = openDirectCache(file)
const savePage = async (page: SyncPage): Promise<void> => {
  await cache.savePage(page)
  acknowledge(page)
}
const bench = await createBench({ ...cache, savePage }, { url, key, transport: fetchTransport(fetch) })
const { lastCompleteAt, failure } = await bench.run()
db.close()
if (lastCompleteAt === null || failure !== null) process.exitCode = 1
