/** Seeded randomness. The same seed and path always give the same stream, in any order of use: the world can be generated lazily. */
export interface Dice {
  /** Unsigned 32 bits. */
  next(): number
  /** 0 <= n < limit. */
  below(limit: number): number
  /** Both ends included. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  digits(count: number): string
  bytes(count: number): Buffer
}

/** Bijective 32-bit avalanche (the finaliser of murmur3): different inputs never collide. */
export const mix = (value: number): number => {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const textHash = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** A stream for one thing of the world, e.g. `createDice(seed, 'person', 17)`. */
export const createDice = (seed: number, ...path: (string | number)[]): Dice => {
  let state = mix(seed + 0x9e3779b9)
  for (const part of path) state = mix(state ^ mix((typeof part === 'string' ? textHash(part) : part) + 0x7f4a7c15))

  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    return mix(state)
  }
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit)
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() / 0x1_0000_0000 < probability,
    pick: (list) => {
      const value = list[below(list.length)]
      if (value === undefined) throw new RangeError('pick from an empty list')
      return value
    },
    digits: (count) => {
      let text = ''
      for (let i = 0; i < count; i += 1) text += below(10)
      return text
    },
    bytes: (count) => {
      const bytes = Buffer.allocUnsafe(count)
      for (let i = 0, word = 0; i < count; i += 1, word >>>= 8) {
        if (i % 4 === 0) word = next()
        bytes[i] = word & 0xff
      }
      return bytes
    },
  }
}

/** People, attendees and chats are numbered below this: every scrambled number space holds that many. */
export const CAPACITY = 1_000_000

/** Scrambles 0..999,999 onto itself: neighbours in the world do not get neighbouring numbers, and nothing collides. */
export const scramble = (index: number, salt: number): number => (index * 387_421 + salt * 7_919) % CAPACITY

/** 22 url-safe characters like the ids of postpress. Unique per (seed, kind) for every index. */
export const opaqueId = (seed: number, kind: string, index: number): string => {
  const id = createDice(seed, kind, index).bytes(16)
  id.writeUInt32BE(mix(index ^ textHash(kind) ^ mix(seed)), 6)
  return id.toString('base64url')
}
