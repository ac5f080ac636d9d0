import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AttendeeRecord } from '#shared/domain/records.ts'
import { markSuspect } from '../../storage/marks.ts'
import { NOTHING_ELSE } from '../../testing/records.ts'
import type { SyncPage } from '../cache.ts'
import { createMethods } from '../methods.ts'
import { openDatabase } from '../open.ts'
import { openCache } from '../thread.ts'

const ACCOUNT = 'account'
const ROWS = 3_000
/** Usable again, from the start of the app on the damaged files, ms. */
const LIMIT_MS = 5_000

const attendee = (n: number): AttendeeRecord => ({
  id: `attendee-${n}`,
  accountId: ACCOUNT,
  provider: 'telegram',
  providerId: String(1_000_000 + n),
  name: `Person ${n}`,
  ...NOTHING_ELSE,
  identifiers: [{ kind: 'internal', value: String(1_000_000 + n), source: 'attendee' }],
})

const pageOf = (items: AttendeeRecord[], at: number): SyncPage => ({
  resource: 'attendees',
  items,
  problems: [],
  at,
  checkpoint: {
    accountId: ACCOUNT,
    resource: 'attendees',
    generation: 1,
    state: 'running',
    cursor: null,
    pages: 1,
    items: items.length,
    problems: 0,
    startedAt: 1,
    completedAt: null,
    failure: null,
  },
})

/** A cache as a killed run leaves it: rows in the file, and rows that are only in the log. */
const makeCache = (file: string, key: Buffer): void => {
  const db = openDatabase(`${file}.making`, { key })
  const cache = createMethods(db)
  cache.saveAccounts(
    [
      {
        id: ACCOUNT,
        provider: 'telegram',
        type: 'TELEGRAM',
        name: 'Account',
        health: 'ok',
        sources: [],
        products: [],
        ownerInternalId: null,
        ownerPublicId: null,
        ownerPhone: null,
        createdAt: null,
      },
    ],
    1,
  )
  const rows = Array.from({ length: ROWS }, (_, n) => attendee(n))
  cache.savePage(pageOf(rows.slice(0, ROWS - 200), 1))
  db.pragma('wal_checkpoint(TRUNCATE)')
  cache.savePage(pageOf(rows.slice(ROWS - 200), 2))
  for (const part of ['', '-wal']) cpSync(`${file}.making${part}`, file + part)
  db.close()
}

type Pick = (below: number) => number

/** Numbers that are the same for the same seed (mulberry32). */
const dice = (seed: number): Pick => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const edit = (file: string, change: (bytes: Buffer) => void): void => {
  const bytes = readFileSync(file)
  if (bytes.length === 0) return
  change(bytes)
  writeFileSync(file, bytes)
}

/** SQLite believes it: no other damage opens and never works again. */
const HEADER_BYTE = 'a byte of its readable header'

const DAMAGES: Record<string, (file: string, pick: Pick) => void> = {
  'a flipped bit': (file, pick) =>
    edit(file, (bytes) => {
      const at = pick(bytes.length)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << pick(8)), at)
    }),
  'bytes overwritten': (file, pick) =>
    edit(file, (bytes) => void randomBytes(1 + pick(9_000)).copy(bytes, pick(bytes.length))),
  'blocks of zeros': (file, pick) =>
    edit(file, (bytes) => {
      const from = pick(bytes.length)
      bytes.fill(0, from, Math.min(bytes.length, from + 4_096 * (1 + pick(20))))
    }),
  'cut short': (file, pick) => truncateSync(file, pick(readFileSync(file).length)),
  emptied: (file) => truncateSync(file, 0),
  'a header of zeros': (file) => edit(file, (bytes) => void bytes.fill(0, 0, 100)),
  // What the cipher leaves readable: versions, reserved bytes, fractions. A wrong page size is put right by the log.
  [HEADER_BYTE]: (file, pick) =>
    edit(file, (bytes) => {
      const at = 18 + pick(6)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + pick(255)), at)
    }),
  'another file in its place': (file, pick) => writeFileSync(file, randomBytes(1 + pick(100_000))),
  'bytes at its end': (file, pick) =>
    writeFileSync(file, Buffer.concat([readFileSync(file), randomBytes(1 + pick(20_000))])),
  deleted: (file) => rmSync(file),
}

export interface DamageResult {
  damages: number
  /** Opened as if nothing had happened: the damage was in unused bytes, or in a log that is replayed up to it. */
  unharmed: number
  rebuilt: number
  /** Must be 0: not usable within the limit, or only with wrong rows, or lost without a word. */
  failed: string[]
  slowestMs: number
}

const workerUrl = new URL('../worker.ts', import.meta.url)

/** What the app does: opens, works, and opens once more when the file turns out to be damaged while it works. */
const useCache = async (file: string, key: Buffer): Promise<{ told: boolean; rows: number }> => {
  let told = false
  for (let tries = 1; ; tries++) {
    const damaged = Promise.withResolvers<void>()
    let isDamaged = false
    const onDamaged = (): void => {
      isDamaged = true
      damaged.resolve()
    }
    const cache = await openCache({ workerUrl, file, key, keyProven: true, onDamaged })
    told ||= cache.told !== null
    let rows = 0
    let failure: unknown = null
    try {
      const query = { text: '', provider: null, accountId: null, reason: null, sort: 'name', offset: 0 } as const
      await cache.listAttendees({ ...query, limit: 50, effort: 'full' }, [])
      await cache.listAttendees({ ...query, text: 'person 29', limit: 50, effort: 'full' }, [])
      await cache.passport('attendee-17')
      await cache.savePage(pageOf([attendee(ROWS + 1)], 3))
      rows = (await cache.countAttendees({ text: '', accountId: null, reason: null }, [])).all
      if (cache.checked !== null) await Promise.race([cache.checked, damaged.promise])
    } catch (error) {
      failure = error
    }
    if (isDamaged) markSuspect(file)
    await cache.close().catch(() => undefined)
    if (failure === null && !isDamaged) return { told, rows }
    if (tries === 3) throw failure ?? new Error('damaged again')
  }
}

/** Damages copies of a cache in random ways and opens each as the app does. The same seed makes the same damages. */
export const damageRounds = async (count: number, seed = 1): Promise<DamageResult> => {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-damages-'))
  const key = randomBytes(32)
  const result: DamageResult = { damages: 0, unharmed: 0, rebuilt: 0, failed: [], slowestMs: 0 }
  const kinds = Object.entries(DAMAGES)
  try {
    makeCache(join(folder, 'whole.sqlite'), key)
    for (let round = 0; round < count; round++) {
      const pick = dice(seed * 10_007 + round)
      const [kind, damage] = kinds[round % kinds.length] ?? ['none', () => undefined]
      const part = pick(4) === 0 ? '-wal' : ''
      const file = join(folder, `round-${round}`, 'cache.sqlite')
      for (const name of ['', '-wal']) cpSync(join(folder, `whole.sqlite${name}`), file + name)
      writeFileSync(`${file}.open`, '')
      damage(file + part, pick)
      result.damages++
      const started = performance.now()
      try {
        const { told, rows } = await useCache(file, key)
        const ms = performance.now() - started
        result.slowestMs = Math.max(result.slowestMs, Math.round(ms))
        if (told) result.rebuilt++
        else result.unharmed++
        // What was only in a damaged log may be gone, never what was in the file; without its file a log is nothing.
        if (kind === HEADER_BYTE && part === '' && !told) result.failed.push(`${kind}: not a word`)
        const least = told || (kind === 'deleted' && part === '') ? 1 : ROWS - 200 + 1
        if (rows < least) result.failed.push(`${kind}${part}: ${rows} rows and not a word`)
        if (ms > LIMIT_MS) result.failed.push(`${kind}${part}: ${Math.round(ms)} ms`)
      } catch (error) {
        result.failed.push(`${kind}${part}: ${error instanceof Error ? error.message : String(error)}`)
      }
      if (existsSync(join(folder, `round-${round}`))) rmSync(join(folder, `round-${round}`), { recursive: true })
    }
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
