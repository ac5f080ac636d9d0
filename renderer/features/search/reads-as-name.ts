import type { Identified } from '#shared/identifiers/types.ts'

/** A plain word ("ada") is a possible user name everywhere, but most likely the beginning of a name. */
export const readsAsName = (identified: Identified): boolean =>
  identified.candidates.length > 0 &&
  identified.candidates.every(({ certainty }) => certainty === 'possible') &&
  /^\p{L}+$/u.test(identified.input.trim())
