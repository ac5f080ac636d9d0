/** The text, or its beginning with an ellipsis: at most `most` UTF-16 units, and no half of a character. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
