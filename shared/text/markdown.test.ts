import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown, escapeMarkdownLines, markdownCode, readableJson } from './markdown.ts'

/** What a reader sees of a rendered paragraph, without its tags; fails on any tag inside it. */
const textOf = (html: string, tag = 'p'): string => {
  const inner = new RegExp(`^<${tag}>([^]*)</${tag}>$`).exec(html.trim())?.[1]
  if (inner === undefined || /<[^>]*>/.test(inner)) throw new Error(`not one plain ${tag}: ${html}`)
  return inner
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
const render = (markdown: string): string => marked.parse(markdown, { async: false, gfm: true })

const DECEIVING = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu
/** The text as it should be read. */
const plain = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(DECEIVING, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Texts made of what Markdown, HTML, tables and bidi text give a meaning. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\\`*_{}[]()#+-.!|<>~&@:=^$"\'/ \n\t',
        '](',
        '![',
        '<b>',
        '</b>',
        '<!--',
        '&amp;',
        '&#64;',
        '~~',
        '**',
        '1.',
        '1)',
        '- ',
        '> ',
        '    ',
        '```',
        '---',
        '| a |',
        'http://a.example',
        'www.a.example',
        'ada@a.example',
        'javascript:alert(1)',
        '[^1]:',
        '\u202e',
        '\u2066',
        '\ud800',
        '\u0000',
      ),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => plain(text) !== '')

describe('text of others in Markdown', () => {
  it.each([
    '`rm -rf`',
    'a | b | c',
    '[click](https://evil.example)',
    '![x](https://evil.example/p.png)',
    '<img src=x onerror=alert(1)>',
    '<https://evil.example>',
    'https://evil.example',
    'www.evil.example',
    '&lt;b&gt; &#x41;',
    '# not a heading',
    '1. not a list',
    '- not a list',
    '+ not a list',
    '> not a quote',
    '***',
    '===',
    '~~~',
    '[ ] task',
    '[^1]: note',
    'snake_case_name *and* **more**',
  ])('shows "%s" as it is', (text) => {
    expect(textOf(render(escapeMarkdown(text)))).toBe(text)
    expect(textOf(render(`# ${escapeMarkdown(text)}`), 'h1')).toBe(text)
  })

  it('shows exactly the text, whatever it holds, as paragraph, heading and list item', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkdown(text)
        expect(escaped).not.toMatch(DECEIVING)
        // An address that a reader's program makes a link of still shows as it is; nothing else may be a tag.
        const linksOff = (html: string): string => html.replace(/<a href="mailto:[^"]*">([^<]*)<\/a>/g, '$1')
        expect(textOf(linksOff(render(escaped)))).toBe(plain(text))
        expect(textOf(linksOff(render(`# ${escaped}`)), 'h1')).toBe(plain(text))
        expect(textOf(linksOff(render(`- Label: ${escaped}`)).replace(/<\/?ul>\s?/g, ''), 'li')).toBe(
          `Label: ${plain(text)}`,
        )
      }),
      { numRuns: 3_000 },
    )
  })

  it('shows code exactly, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = render(`- ID: ${markdownCode(text)} (end)`).replace(/<\/?(?:ul|code)>\n?/g, '')
        expect(textOf(html, 'li')).toBe(`ID: ${plain(text)} (end)`)
      }),
      { numRuns: 3_000 },
    )
    expect(markdownCode(' \u202e ')).toBe('–')
  })

  it('keeps the lines of a note and nothing else of it', () => {
    expect(escapeMarkdownLines('one\ntwo\n\n\n# three\r\n- four')).toBe('one\\\ntwo\n\n\\# three\\\n\\- four')
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (lines) => {
        const html = render(escapeMarkdownLines(lines.map(plain).join('\n')))
          .replace(/<a href="mailto:[^"]*">([^<]*)<\/a>/g, '$1')
          .replaceAll('<br>', '\n')
        expect(textOf(html).split('\n')).toEqual(lines.map(plain))
      }),
      { numRuns: 1_000 },
    )
  })
})

it('JSON holds the text and shows no sign that turns it round', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const json = readableJson({ text })
      expect(JSON.parse(json)).toEqual({ text })
      expect(json).not.toMatch(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/)
    }),
  )
})
