// biome-ignore lint/style/noRestrictedImports: a test of the style sheet itself; vitest gives no text of style sheets.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

const START_OF_MORE = css.indexOf('@media (prefers-contrast: more)')

const tokensIn = (text: string): Map<string, { light: string; dark: string }> =>
  new Map(
    [...text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
      ([, name = '', light = '', dark = '']) => [name, { light, dark }],
    ),
  )

const USUAL = tokensIn(css.slice(0, START_OF_MORE))
/** High contrast takes the place of some roles. */
const MORE = new Map([...USUAL, ...tokensIn(css.slice(START_OF_MORE))])

const colour = (name: string, theme: 'light' | 'dark', tokens = USUAL): string => {
  const token = tokens.get(name)
  if (token === undefined) throw new Error(`no colour token ${name}`)
  return token[theme]
}

/** WCAG 2.2 relative luminance of #rrggbb. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected']

/** [ink, ground, least contrast]: 4.5 for text, 3 for the outline of controls and the focus ring (WCAG 2.2 AA). */
const PAIRS: [string, string, number][] = [
  ...['text', 'text-soft', 'text-faint'].flatMap((ink) =>
    GROUNDS.map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ...['canvas', 'surface', 'raised'].map((ground): [string, string, number] => ['accent', ground, 4.5]),
  ...['accent', 'ok', 'warn', 'danger', 'violet'].map((ink): [string, string, number] => [ink, `${ink}-wash`, 4.5]),
  ...['accent-wash', 'ok-wash', 'warn-wash', 'danger-wash'].flatMap((ground): [string, string, number][] => [
    ['text', ground, 4.5],
    ['text-soft', ground, 4.5],
  ]),
  ['text-soft', 'neutral-wash', 4.5],
  ['danger', 'raised', 4.5],
  ['warn', 'canvas', 4.5],
  ['on-accent', 'accent-solid', 4.5],
  ['on-accent', 'accent-solid-hover', 4.5],
  ['on-danger', 'danger-solid', 4.5],
  ['on-tip', 'tip', 4.5],
  ['control-line', 'surface', 3],
  ['control-line', 'raised', 3],
  ['focus', 'surface', 3],
  ['focus', 'canvas', 3],
  ['focus', 'selected', 3],
]

describe.each(['light', 'dark'] as const)('colours in %s', (theme) => {
  it.each(PAIRS)('%s on %s reaches %f', (ink, ground, least) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least)
  })
})

/** WCAG AAA for text; lines that separate and controls reach what AA asks of controls. */
const HIGH: [string, string, number][] = [
  ...['text', 'text-soft', 'text-faint', 'accent', 'danger', 'warn', 'ok', 'violet'].flatMap((ink) =>
    ['canvas', 'surface', 'raised', 'sunken'].map((ground): [string, string, number] => [ink, ground, 7]),
  ),
  ...['text', 'text-soft', 'text-faint'].flatMap((ink) =>
    ['hover', 'selected'].map((ground): [string, string, number] => [ink, ground, 7]),
  ),
  ...['accent', 'ok', 'warn', 'danger', 'violet'].map((ink): [string, string, number] => [ink, `${ink}-wash`, 7]),
  ['on-accent', 'accent-solid', 7],
  ['on-danger', 'danger-solid', 7],
  ['line', 'surface', 3],
  ['line', 'canvas', 3],
  ['control-line', 'raised', 7],
  ['focus', 'surface', 7],
  ['focus', 'selected', 7],
]

describe.each(['light', 'dark'] as const)('colours in %s with high contrast', (theme) => {
  it.each(HIGH)('%s on %s reaches %f', (ink, ground, least) => {
    expect(contrast(colour(ink, theme, MORE), colour(ground, theme, MORE))).toBeGreaterThanOrEqual(least)
  })
})
