/** Characters that copying adds and that no identifier holds: zero-width, BOM, soft hyphen, bidi marks. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** Most texts: nothing to take out of them. */
const PLAIN = /^[\x20-\x7e]*$/
/** What people and programs put around an identifier. */
const OPENING = new Set([...'"\'`“”„‟‘’‚‛«»‹›<>[{'])
const CLOSING = new Set([...'"\'`“”„‟‘’‚‛«»‹›<>]},;:!?.…'])

const isSpace = (character: string): boolean => character.trim() === ''

/** Rounds of taking brackets off: more of them around an identifier are not copying any more. */
const MOST_ROUNDS = 8

/** Index of the bracket that closes the one at the start; -1 when none does. */
const closingOfFirst = (text: string): number => {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')' && --depth === 0) return at
  }
  return -1
}

const hasUnopened = (text: string): boolean => {
  let depth = 0
  for (const character of text) {
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
  }
  return depth < 0
}

/** Round brackets belong to the text when both stand in it: (425) 882-8080, urn:li:fs_salesProfile:(…). */
const withoutBrackets = (text: string): string => {
  if (text.startsWith('(')) {
    const closing = closingOfFirst(text)
    if (closing < 0) return text.slice(1)
    if (closing === text.length - 1) return text.slice(1, -1)
  }
  return text.endsWith(')') && hasUnopened(text) ? text.slice(0, -1) : text
}

const trimmed = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && (isSpace(text.charAt(start)) || OPENING.has(text.charAt(start)))) start += 1
  while (end > start && (isSpace(text.charAt(end - 1)) || CLOSING.has(text.charAt(end - 1)))) end -= 1
  return text.slice(start, end)
}

/**
 * Removes what copying adds: white space, invisible characters, surrounding quotes and brackets, trailing punctuation.
 * Linear time; the inside of the text stays as it was (except invisible characters).
 */
export const clean = (text: string): string => {
  const visible = PLAIN.test(text) ? text : text.replace(INVISIBLE, '').replaceAll('\u00a0', ' ')
  let inner = trimmed(visible)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const bare = withoutBrackets(inner)
    if (bare === inner) return inner
    inner = trimmed(bare)
  }
  return inner
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
