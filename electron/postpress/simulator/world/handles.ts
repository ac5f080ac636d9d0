/** Latin letters of a name in any Latin alphabet: accents, strokes and special letters become plain. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁđĐøØıİßæÆ]/g, (letter) => SPECIAL[letter] ?? letter)

const SPECIAL: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ø: 'o',
  Ø: 'O',
  ı: 'i',
  İ: 'I',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
}

/** `Chloé Le Goff` -> `chloe-le-goff` for Latin names; other scripts keep their letters. */
export const slugOf = (name: string): string =>
  fold(name)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')

/** User names of one person from the letters a-z of the names. `suffix` makes them unique; a plain name goes without it. */
export const handleOf = (
  first: string,
  last: string,
  suffix: string,
  plain: boolean,
): { dotted: string; underscored: string; short: string } => {
  const full = `${first}_${last}`
  return {
    dotted: plain ? `${first}.${last}` : `${first}.${last}_${suffix}`,
    underscored: plain ? full : `${full}${suffix}`,
    // X allows 15 characters.
    short: plain && full.length <= 15 ? full : `${`${first}${last}`.slice(0, 10)}_${suffix}`,
  }
}
