import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchIdentify } from './identify.ts'

const HELP = 'Usage: npm run bench -- [--json FILE] [--rows N] [--only identify]\n'

/** Sections by name. Each takes the number of rows (or inputs) and answers with its figures. */
const SECTIONS: Record<string, (rows: number) => unknown> = { identify: benchIdentify }
const DEFAULT_ROWS = 200_000

const fail = (message: string): never => {
  process.stderr.write(`bench: ${message}\n${HELP}`)
  process.exit(2)
}

const { values } = parseArgs({
  options: { json: { type: 'string' }, rows: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const rows = Number(values.rows ?? DEFAULT_ROWS)
if (!Number.isSafeInteger(rows) || rows < 1) fail('--rows takes a whole number from 1.')
const names = values.only === undefined ? Object.keys(SECTIONS) : [values.only]
const figures = Object.fromEntries(
  names.map((name) => {
    const section =
      SECTIONS[name] ?? fail(`there is no section "${name}". Sections: ${Object.keys(SECTIONS).join(', ')}.`)
    return [name, section(rows)]
  }),
)
const text = `${JSON.stringify(figures, null, 2)}\n`
process.stdout.write(text)
if (values.json !== undefined) writeFileSync(values.json, text)
