import type { benchPeers } from './peers.ts'

type Peers = ReturnType<typeof benchPeers>

const COLOURS: Record<string, string> = {
  cache: '#0a667f',
  minisearch: '#b98a1f',
  flexsearch: '#7a5fc4',
  ufuzzy: '#4d8f57',
  like: '#b0564f',
}
const LEFT = 190
const WIDTH = 900
const BAR = 6
const TOP = 74
/** The scale is logarithmic, from 10 µs to 1 s. */
const LOW = -2
const HIGH = 3

const x = (ms: number): number =>
  LEFT + ((Math.log10(Math.max(ms, 10 ** LOW)) - LOW) / (HIGH - LOW)) * (WIDTH - LEFT - 30)

const text = (left: number, top: number, content: string, rest = ''): string =>
  `<text x="${left}" y="${top}" ${rest}>${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`

/** Median latency by kind of query, the cache against its peers, as an SVG picture. */
export const plotLatencies = ({ rows, cache, libraries }: Peers): string => {
  const series: [string, Record<string, number>][] = [
    ['cache', cache],
    ...Object.entries(libraries).map(([name, { by_kind }]): [string, Record<string, number>] => [name, by_kind]),
  ]
  const group = series.length * BAR + 8
  const kinds = Object.keys(cache)
  const height = TOP + kinds.length * group + 30
  const parts = [
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(
      16,
      24,
      `Median search latency by kind of query, ${rows.toLocaleString('en-US')} attendees`,
      'font-size="15" font-weight="600"',
    ),
    ...series.map(([name], index) => {
      const left = 16 + index * 110
      return `<rect x="${left}" y="38" width="10" height="10" fill="${COLOURS[name] ?? '#888'}"/>${text(left + 15, 47, name)}`
    }),
  ]
  for (let power = LOW; power <= HIGH; power++) {
    const at = x(10 ** power)
    parts.push(`<line x1="${at}" x2="${at}" y1="${TOP - 8}" y2="${height - 24}" stroke="#dfe3e7"/>`)
    parts.push(
      text(
        at,
        height - 8,
        power < 0 ? `${10 ** (power + 3)} µs` : power === 3 ? '1 s' : `${10 ** power} ms`,
        'text-anchor="middle" fill="#5f6772"',
      ),
    )
  }
  kinds.forEach((kind, row) => {
    const top = TOP + row * group
    parts.push(text(LEFT - 8, top + group / 2, kind, 'text-anchor="end"'))
    series.forEach(([name, figures], index) => {
      const width = Math.max(1, x(figures[kind] ?? 0) - LEFT)
      parts.push(
        `<rect x="${LEFT}" y="${top + index * BAR}" width="${width.toFixed(1)}" height="${BAR - 1}" fill="${COLOURS[name] ?? '#888'}"/>`,
      )
    })
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="11" fill="#15181c" role="img" aria-label="Median search latency by kind of query">\n${parts.join('\n')}\n</svg>\n`
}
