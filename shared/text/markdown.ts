/** Controls, bidi marks, overrides and isolates: a text must read in the order in which it is written. */
const DECEIVING = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** One line, nothing that changes direction, no lone surrogates. */
const oneLine = (text: string): string => text.toWellFormed().replace(DECEIVING, ' ').replace(/\s+/g, ' ').trim()

/** What Markdown (CommonMark and GitHub's) gives a meaning anywhere in a line. */
const SIGNS = /[\\`*_{}[\]()<>#|~&!$^]/g

/**
 * A text from a provider as Markdown that shows exactly that text, on one line: no emphasis, links, pictures, HTML,
 * entities or tables, no bare address that becomes a link, no mark that begins a list or a heading.
 */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replace(SIGNS, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/@/g, '\\@')
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d{1,9})\./, '$1\\.')

/** A text as code: an identifier that can be copied as it is. Empty texts show as a dash. */
export const markdownCode = (text: string): string => {
  const line = oneLine(text)
  if (line === '') return '–'
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  // A space beside the fence is taken off again when the text is shown.
  const inner = longest > 0 ? ` ${line} ` : line
  return `${fence}${inner}${fence}`
}

/** Text of several lines, as typed: every line break stays, nothing in it is read as Markdown. */
export const escapeMarkdownLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(escapeMarkdown)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/([^\n])\n(?=[^\n])/g, '$1\\\n')
    .trim()

/** JSON whose text shows in the order in which it is written, whatever it holds. */
export const readableJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
