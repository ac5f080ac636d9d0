/// <reference types="vite/client" />
import { expect, it } from 'vitest'

const FILES = import.meta.glob<string>(['./**/*.ts', './**/*.tsx'], { query: '?raw', import: 'default', eager: true })

/** The shell puts the features together; nothing else may know two of them. */
const COMPOSER = 'shell'

it('no feature imports another one', () => {
  const crossing: string[] = []
  for (const [file, code] of Object.entries(FILES)) {
    const feature = file.split('/')[1] ?? ''
    if (feature === COMPOSER) continue
    for (const [, path = ''] of code.matchAll(/from '\.\.\/([a-z]+)\//g)) crossing.push(`${file} -> ${path}`)
  }
  expect(Object.keys(FILES).length).toBeGreaterThan(30)
  expect(crossing).toEqual([])
})
