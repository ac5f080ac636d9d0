/** Texts that attack whatever takes them for more than a text: markup, SQL, index queries, formulas, paths, names of prototypes. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<script>fetch("https://example.com")</script>',
  `'; DROP TABLE attendees; --`,
  `" OR name:* NEAR("a" "b") NOT`,
  'words MATCH "x*"',
  '=HYPERLINK("https://example.com","click")',
  '+1+1',
  '-2+3+cmd|calc',
  '@SUM(A1:A9)',
  '\t=1+1',
  '[link](javascript:alert(1)) ![x](https://example.com/x.png)',
  '# heading\n- [ ] task\n```js\ncode\n```',
  '\u202eevil\u202c \u2066rtl\u2069',
  'a\u0000b',
  '\ud800 lone surrogate',
  'Z\u0335\u0321a\u0334\u0327l\u0336g\u0338o',
  '__proto__',
  'constructor',
  'toString',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '{{7*7}}<%= 7*7 %>#{7*7}',
  '%s%s%n%x',
  '\r\nX-Injected: yes',
  '😀'.repeat(50),
  'ﷺ'.repeat(200),
]

/** A name of a megabyte. */
export const MEGABYTE = 'A very long name '.repeat(62_000)
