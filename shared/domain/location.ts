import * as z from 'zod'

/** Ids of postpress are one word; anything else in a link is not one. */
const ID = /^[\w.~:@-]{1,200}$/
const MOST_TEXT = 2_000

/** No line breaks, controls, direction marks or halves of characters: a link is one visible line. */
const isPlain = (text: string): boolean => text.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)

const Text = z.string().min(1).max(MOST_TEXT).refine(isPlain)

/** A place in the app that a link leads to. Opening one spends nothing and changes nothing. */
export const Location = z.discriminatedUnion('kind', [
  /** The passport of an attendee, by postpress ID. */
  z.object({ kind: z.literal('attendee'), id: z.string().regex(ID) }),
  /** A case of this computer. */
  z.object({ kind: z.literal('case'), id: z.string().regex(ID) }),
  /** Resolve a text against the cache. */
  z.object({ kind: z.literal('resolve'), text: Text }),
  /** The forms of an identifier. */
  z.object({ kind: z.literal('convert'), text: Text }),
])
export type Location = z.infer<typeof Location>
