/** Longest texts that a person can write down, in UTF-16 units. */
export const LIMITS = { title: 200, ticket: 200, notes: 200_000, note: 10_000 } as const

/** A case whose title was left blank. */
export const UNTITLED = 'Untitled case'
