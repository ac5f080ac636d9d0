import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchIdentify } from './identify.ts'
import { benchPeers } from './peers.ts'
import { plotLatencies } from './plot.ts'
import { benchSearch, type EncryptionCost, encryptionCost, type SearchFigures } from './search.ts'
import { benchSync } from './sync.ts'
import { benchWindow } from './window.ts'
import { type BenchWorkspace, benchIngest, fillWorkspace } from './workspace.ts'

const SECTIONS = ['identify', 'search', 'ingest', 'sync', 'startup', 'ui', 'peers'] as const
type Section = (typeof SECTIONS)[number]

const HELP = `Usage: npm run bench -- [--rows N] [--only ${SECTIONS.join('|')}] [--plain] [--json FILE] [--plot FILE]

Measures the real cache on a data set of N attendees (200,000 unless said otherwise), and the built app in a real window.
--only  one section; several with commas
--plain also searches a cache that is not encrypted, and says how much slower the encrypted one is
--json  also writes the figures to a file
--plot  writes a picture of the latencies against the peers (SVG)
`
const DEFAULT_ROWS = 200_000
/** The peers hold everything in memory: more rows than this would measure the machine's memory. */
const MOST_PEER_ROWS = 200_000

const fail = (message: string): never => {
  process.stderr.write(`bench: ${message}\n${HELP}`)
  process.exit(2)
}

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rows: { type: 'string' },
    only: { type: 'string' },
    plot: { type: 'string' },
    plain: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const rows = Number(values.rows ?? DEFAULT_ROWS)
if (!Number.isSafeInteger(rows) || rows < 1_000) fail('--rows takes a whole number from 1000.')
const isSection = (name: string): name is Section => SECTIONS.some((section) => section === name)
const wanted = new Set(
  (values.only ?? SECTIONS.join())
    .split(',')
    .map((name) => (isSection(name) ? name : fail(`there is no section "${name}".`))),
)
const needs = (...sections: Section[]): boolean => sections.some((section) => wanted.has(section))

const figures: Record<string, unknown> = {}
const folder = await mkdtemp(join(tmpdir(), 'inspector-bench-'))

const searchIn = (workspace: BenchWorkspace): SearchFigures =>
  benchSearch(workspace.list, workspace.rows, workspace.forget)

/** Both caches right after each other: other programs disturb both alike, or neither. */
const againstPlain = (workspace: BenchWorkspace): EncryptionCost => {
  const plain = fillWorkspace(join(folder, 'plain'), rows, true)
  const cost = encryptionCost(searchIn(workspace), searchIn(plain))
  plain.close()
  return cost
}

const onData = (workspace: BenchWorkspace): void => {
  if (wanted.has('search')) {
    figures['search'] = searchIn(workspace)
    if (values.plain) figures['encryption'] = againstPlain(workspace)
  }
  if (!wanted.has('ingest')) return
  const { bytes_per_attendee, ...ingest } = benchIngest(workspace)
  Object.assign(figures, { ingest, bytes_per_attendee })
}

const againstPeers = (workspace: BenchWorkspace): void => {
  const peers = benchPeers(workspace.list, workspace.rows, workspace.forget)
  figures['peers'] = peers
  if (values.plot !== undefined) writeFileSync(values.plot, plotLatencies(peers))
}

const inWindow = async (dataDir: string): Promise<void> => {
  const { startup, ui, memory_mb } = await benchWindow(dataDir, rows)
  if (wanted.has('startup')) figures['startup'] = startup
  if (wanted.has('ui')) Object.assign(figures, { ui, memory_mb })
}

try {
  if (wanted.has('identify')) figures['identify'] = benchIdentify(rows)
  if (needs('search', 'ingest', 'startup', 'ui') || (wanted.has('peers') && rows <= MOST_PEER_ROWS)) {
    const workspace = fillWorkspace(join(folder, 'data'), rows)
    onData(workspace)
    if (wanted.has('peers') && rows <= MOST_PEER_ROWS) againstPeers(workspace)
    workspace.close()
    if (needs('startup', 'ui')) await inWindow(workspace.dataDir)
  }
  if (wanted.has('sync')) figures['sync'] = await benchSync(join(folder, 'sync'), rows)
  if (wanted.has('peers') && rows > MOST_PEER_ROWS) {
    const workspace = fillWorkspace(join(folder, 'peers'), MOST_PEER_ROWS)
    againstPeers(workspace)
    workspace.close()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
const text = `${JSON.stringify(figures, null, 2)}\n`
process.stdout.write(text)
if (values.json !== undefined) writeFileSync(values.json, text)
