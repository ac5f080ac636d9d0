/// <reference types="vite/client" />
import { expect, it } from 'vitest'

const PARTS = Object.keys(import.meta.glob('../../ui/*.tsx')).map((path) => path.split('/').at(-1) ?? '')
const SAMPLES = Object.values(
  import.meta.glob<string>('./*.tsx', { query: '?raw', import: 'default', eager: true }),
).join('\n')

/** Words for screen readers only have no look; tooltips show on their buttons. */
const UNSEEN = new Set(['VisuallyHidden.tsx', 'Tooltip.tsx'])

it('every part of the design system is on the page of parts', () => {
  expect(PARTS.length).toBeGreaterThan(20)
  expect(PARTS.filter((part) => !UNSEEN.has(part) && !SAMPLES.includes(`ui/${part}'`))).toEqual([])
})
