import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type RunningSimulator, startSimulator } from '../../postpress/simulator/server.ts'
import { createDice } from '../../postpress/simulator/world/dice.ts'
import { openDirectCache } from './bench.ts'
import type { Acknowledged } from './kill-child.ts'

/** What killing a syncing process again and again did to its cache. All but the first two must be 0. */
export interface KillResult {
  kills: number
  acknowledged: number
  corrupt: number
  /** Checkpoints that tell of other rows than there are. */
  torn: number
  /** Acknowledged pages whose rows or position are not in the cache. */
  lost: number
  /** Rows that differ from the server's after the last, undisturbed run. */
  differences: number
}

const CHILD = fileURLToPath(new URL('kill-child.ts', import.meta.url))

const start = ({ url, key }: RunningSimulator, file: string): { child: ChildProcess; pages: Acknowledged[] } => {
  const child = spawn(process.execPath, [CHILD, url, key, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const pages: Acknowledged[] = []
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => pages.push(JSON.parse(line) as Acknowledged))
  return { child, pages }
}

const TABLES = {
  attendees: 'SELECT 1 FROM attendees WHERE id = ?',
  chats: 'SELECT 1 FROM chats WHERE id = ?',
  relations: 'SELECT 1 FROM relations WHERE internal_id = ?',
  members: 'SELECT 1 FROM members WHERE attendee_id = ?',
  followers: 'SELECT 1 FROM follows WHERE internal_id = ?',
  following: 'SELECT 1 FROM follows WHERE internal_id = ?',
  owner: 'SELECT 1 FROM owners WHERE internal_id = ?',
} as const

const COUNTS = {
  attendees:
    'SELECT count(*) AS n FROM facets f JOIN lists l ON l.no = f.list_no WHERE l.account_id = ? AND f.generation = ?',
  chats: 'SELECT count(*) AS n FROM chats WHERE account_id = ? AND generation = ?',
  relations: 'SELECT count(*) AS n FROM relations WHERE account_id = ? AND generation = ?',
  followers: "SELECT count(*) AS n FROM follows WHERE direction = 'followers' AND account_id = ? AND generation = ?",
  following: "SELECT count(*) AS n FROM follows WHERE direction = 'following' AND account_id = ? AND generation = ?",
}

/** Looks at the file as the next start of the app will find it. */
const inspect = (file: string, pages: Acknowledged[]): Pick<KillResult, 'corrupt' | 'torn' | 'lost'> => {
  const { db, methods } = openDirectCache(file)
  const corrupt = db.pragma('integrity_check', { simple: true }) === 'ok' ? 0 : 1
  const checkpoints = methods.checkpoints()
  const torn = checkpoints.filter(({ resource, accountId, generation, items, state }) => {
    // The look at the front of a moving list comes after its pages were counted.
    if (resource === 'members' || resource === 'owner' || state === 'done') return false
    return (db.prepare(COUNTS[resource]).get(accountId, generation) as { n: number }).n !== items
  }).length
  const isKept = ({ accountId, resource, generation, pages: read, keys }: Acknowledged): boolean => {
    const now = checkpoints.find((one) => one.accountId === accountId && one.resource === resource)
    const reached = now !== undefined && (now.generation > generation || now.pages >= read)
    return reached && keys.every((key) => db.prepare(TABLES[resource]).get(key) !== undefined)
  }
  const lost = pages.filter((page) => !isKept(page)).length
  db.close()
  return { corrupt, torn, lost }
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('close', (code) => resolve(code))
  })

const differences = ({ world }: RunningSimulator, file: string): number => {
  const { db, methods } = openDirectCache(file)
  const ids = new Set((db.prepare('SELECT id FROM attendees').all() as { id: string }[]).map(({ id }) => id))
  const wanted = world.attendees()
  const missing = wanted.filter(({ id }) => !ids.has(id)).length
  const departed = methods.syncReport().departed.length
  const chats = (db.prepare('SELECT count(*) AS n FROM chats').get() as { n: number }).n
  db.close()
  return missing + (ids.size - wanted.length) + departed + Math.abs(chats - world.chats().length)
}

/** Kills a syncing process `kills` times at random moments (SIGKILL), then lets one finish. Seeded, but timing is the machine's. */
export const killRounds = async (kills: number, seed = 1): Promise<KillResult> => {
  const folder = mkdtempSync(join(tmpdir(), 'postpress-kill-'))
  const file = join(folder, 'cache.sqlite')
  const api = await startSimulator({ attendees: 4_000, seed })
  const dice = createDice(seed, 'kill')
  const result: KillResult = { kills: 0, acknowledged: 0, corrupt: 0, torn: 0, lost: 0, differences: 0 }
  try {
    while (result.kills < kills) {
      const { child, pages } = start(api, file)
      const done = ended(child)
      const goal = dice.below(25)
      while (pages.length < goal && child.exitCode === null) await Promise.race([wait(2), done])
      await wait(dice.below(8))
      if (child.kill('SIGKILL')) result.kills += 1
      await done
      const seen = inspect(file, pages)
      result.acknowledged += pages.length
      result.corrupt += seen.corrupt
      result.torn += seen.torn
      result.lost += seen.lost
    }
    const last = start(api, file)
    const code = await ended(last.child)
    result.differences = differences(api, file) + (code === 0 ? 0 : 1)
    return result
  } finally {
    await api.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
