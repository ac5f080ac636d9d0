import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { asJson } from './json-tables.ts'
import { packageFolder } from './project.ts'

const load = (code: string): Promise<{ default: unknown }> =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)

it('hands over the same rules of phone numbers', async () => {
  const code = readFileSync(path.join(packageFolder('libphonenumber-js'), 'metadata.max.json.js'), 'utf8')
  const [before, after] = [await load(code), await load(asJson(code))]
  expect(after.default).toEqual(before.default)
  expect(Object.keys(after.default as object)).toContain('country_calling_codes')
})

it('keeps quotes, backslashes and line ends inside a string', async () => {
  const table = { '\\d{8}': ['"', "'", '\n', '\u2028', '`$x`'] }
  expect((await load(asJson(`// a comment\nexport default ${JSON.stringify(table)};\n`))).default).toEqual(table)
})

it('refuses a table that is no plain data', () => {
  expect(() => asJson('export default { a: () => 1 }')).toThrow()
})
