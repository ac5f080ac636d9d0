/** Characters that copying adds and that no identifier holds: zero-width, BOM, soft hyphen, bidi marks. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** What people and programs put around an identifier. */
const OPENING = new Set([...'"\'`“”„‟‘’‚‛«»‹›<>[{('])
const CLOSING = new Set([...'"\'`“”„‟‘’‚‛«»‹›<>]},;:!?.…'])

const isSpace = (character: string): boolean => character.trim() === ''

/** Pairs: a closing round bracket belongs to the text when it was opened inside (urn:li:fs_salesProfile:(…)). */
const closes = (text: string, end: number): boolean => {
  if (text[end - 1] !== ')') return false
  let depth = 0
  for (let at = 0; at < end; at++) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
  }
  return depth < 0
}

/**
 * Removes what copying adds: white space, invisible characters, surrounding quotes and brackets, trailing punctuation.
 * Linear time; the inside of the text stays as it was (except invisible characters).
 */
export const clean = (text: string): string => {
  const visible = text.replace(INVISIBLE, '').replaceAll('\u00a0', ' ')
  let start = 0
  let end = visible.length
  while (start < end && (isSpace(visible.charAt(start)) || OPENING.has(visible.charAt(start)))) {
    if (visible[start] === '(' && /^\(\+?\d/.test(visible.slice(start, start + 3))) break
    start += 1
  }
  while (end > start && (isSpace(visible.charAt(end - 1)) || CLOSING.has(visible.charAt(end - 1)))) end -= 1
  const inner = visible.slice(start, end)
  return closes(inner, inner.length) ? clean(inner.slice(0, -1)) : inner
}

/** Percent-decodes once; a broken escape leaves the text as it is. */
export const decodeOnce = (text: string): string => {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
