/**
 * A text as one segment of a link, percent-encoded; null for a text that no link can hold: half of a surrogate pair has no
 * UTF-8, and providers' texts and pasted ones may hold such a half.
 */
export const urlSegment = (text: string): string | null => (text.isWellFormed() ? encodeURIComponent(text) : null)

/** A link that ends with a name, for example `https://x.com/ada`; null without a name, or for one that no link can hold. */
export const linkWith = (start: string, name: string | null): string | null => {
  const segment = name === null ? null : urlSegment(name)
  return segment === null ? null : start + segment
}
