// biome-ignore lint/style/noRestrictedImports: a test of the sources themselves; vitest gives no text of style sheets.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../', import.meta.url)

/** [path from renderer/, text] of every file that matches. */
const read = (pattern: string): [string, string][] =>
  globSync(pattern, { cwd: ROOT.pathname }).map((file) => [file, readFileSync(new URL(file, ROOT), 'utf8')])

const SHEETS = read('**/*.module.css')
const CODE = read('**/*.{ts,tsx}').filter(([file]) => !file.endsWith('.test.ts'))

/** `styles from './X.module.css'` with the reader that `classes(styles)` makes of it. */
const READERS = /import (\w+) from '([^']+\.module\.css)'/g

const sheetOf = (importer: string, path: string): string => {
  const name = new URL(path, new URL(importer, ROOT)).pathname.slice(ROOT.pathname.length)
  const sheet = SHEETS.find(([file]) => file === name)
  if (sheet === undefined) throw new Error(`${importer} imports ${path}, which does not exist`)
  return sheet[1]
}

/** Class names written as literals in calls of a reader: `c('row', open && 'open')`. */
const namesUsed = (code: string, reader: string): string[] =>
  [...code.matchAll(new RegExp(`\\b${reader}\\(([^()]*)\\)`, 'g'))].flatMap(([, inside = '']) =>
    [...inside.replaceAll(/[=!]==? '[^']*'/g, '').matchAll(/'([A-Za-z]+)'/g)].map(([, name = '']) => name),
  )

describe('style sheets', () => {
  it('define every class that the code names', () => {
    const missing: string[] = []
    for (const [file, code] of CODE) {
      for (const [, variable = '', path = ''] of code.matchAll(READERS)) {
        const reader = new RegExp(`const (\\w+) = classes\\(${variable}\\)`).exec(code)?.[1]
        if (reader === undefined) continue
        const sheet = sheetOf(file, path)
        for (const name of namesUsed(code, reader)) {
          if (!new RegExp(`\\.${name}\\b`).test(sheet)) missing.push(`${file}: ${name}`)
        }
      }
    }
    expect(CODE.length).toBeGreaterThan(50)
    expect(missing).toEqual([])
  })

  it('take every colour from the tokens', () => {
    const literal = SHEETS.flatMap(([file, css]) =>
      [...css.matchAll(/#[0-9a-f]{3,8}\b|\brgb\(/gi)].map(([colour]) => `${file}: ${colour}`),
    )
    expect(literal).toEqual([])
  })
})
