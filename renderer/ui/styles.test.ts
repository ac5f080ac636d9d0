/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest'

const read = (files: Record<string, string>): [string, string][] => Object.entries(files)

const SHEETS = read(import.meta.glob<string>('../**/*.module.css', { query: '?raw', import: 'default', eager: true }))
const CODE = read(
  import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

/** `styles from './X.module.css'` with the reader that `classes(styles)` makes of it. */
const READERS = /import (\w+) from '([^']+\.module\.css)'/g

const sheetOf = (importer: string, path: string): string => {
  const parts = importer.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  // A sheet beside this test is named './X' by the glob, '../ui/X' by an importer elsewhere.
  const name = parts.join('/').replace('../ui/', './')
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
