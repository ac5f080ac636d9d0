/**
 * The origin that at least two identifiers and more than half of them share: it is named once, and only the others
 * name their own. Null when there is none.
 */
export const usualOrigin = (origins: string[]): string | null => {
  const counts = new Map<string, number>()
  for (const origin of origins) counts.set(origin, (counts.get(origin) ?? 0) + 1)
  for (const [origin, count] of counts) if (count > 1 && count * 2 > origins.length) return origin
  return null
}
