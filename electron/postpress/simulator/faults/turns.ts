import type { AccountKey } from '../world/accounts.ts'
import { newestFirst } from '../world/chats.ts'
import type { World } from '../world/world.ts'
import type { FaultKind } from './kinds.ts'

const messagingKeys = (world: World): AccountKey[] =>
  world.accounts.filter(({ provider }) => provider !== null).map(({ key }) => key)

/** When the items of a world began to move: later moves get later times. */
const movesBegan = new WeakMap<World, number>()
const SECOND = 1_000

/** The world in which the oldest `moves` chats got a message, one after the other, and the same for relations. */
const shifted = (world: World, moves: number): World => {
  const began = movesBegan.get(world) ?? Date.now()
  movesBegan.set(world, began)
  const chats = [...world.chats()]
  const count = Math.min(moves, chats.length)
  const moved = chats.splice(chats.length - count).map((chat, at) => ({ ...chat, at: began + (count - at) * SECOND }))
  const order = [...moved, ...chats].sort(newestFirst)
  const byId = new Map(order.map((chat) => [chat.id, chat]))
  return {
    ...world,
    chats: () => order,
    chat: (id) => byId.get(id),
    relations: (accountId) => {
      const list = world.relations(accountId)
      const start = list.length === 0 ? 0 : list.length - (moves % list.length)
      return [...list.slice(start), ...list.slice(0, start)]
    },
  }
}

/** What happens to the world while it is read. Once struck it stays so: a rate below 1 says when it strikes first. */
export const TURN_FAULTS = {
  'account-reconnected': {
    about: 'an account connected again: it and all its postpress IDs are others from then on',
    argument: { about: 'which account, 0 for all', usual: 1 },
    world: (world, argument) => {
      const keys = messagingKeys(world)
      return world.after({ reconnected: argument === 0 ? keys : keys.slice(argument - 1, argument) })
    },
  },
  'user-renamed': {
    about: 'people who changed their names and public ids',
    argument: { about: 'every n-th person', usual: 3 },
    world: (world, argument) => world.after({ renamed: Math.max(1, argument) }),
  },
  'all-lids': {
    about: 'WhatsApp addresses everybody by @lid from then on, in attendees and chats',
    world: (world) => world.after({ lids: true }),
  },
  'items-shifting': {
    about: 'with each strike the oldest chat and relation come to the front, and push the others over the page ends',
    world: (world, _argument, strikes) => shifted(world, strikes),
  },
} as const satisfies Record<string, FaultKind>
