import { type Attendee, CHAT, GROUP } from './attendees.ts'
import { createDice, type Dice } from './dice.ts'

/** A group or channel of one account. The owner is always a member and comes first. */
export interface Group {
  kind: 'group' | 'channel'
  name: string | null
  members: Attendee[]
}

const TOPICS = [
  'Project Halden',
  'Équipe produit',
  'Book club 📚',
  'Launch week',
  'Voisins du 12',
  'Alumni 2014',
  'Support escalations',
  'Fútbol jueves',
  'Lesekreis',
  'Team Offsite',
  '写真部',
  'Hiring panel',
  'عائلة',
  'Trail runners',
  'Board',
  'Partners EMEA',
]
const CHANNELS = ['Northwind Status', 'Product News', 'Météo Montagne', 'Daily Recipes']

const PEOPLE_PER_GROUP = 14

const groupName = (dice: Dice, index: number): string | null =>
  dice.chance(0.1) && index > 1 ? null : (TOPICS[index] ?? `${dice.pick(TOPICS)} ${index}`)

/** Who is in which group; channels list their owner and the few members who also chat with the account. */
export const createGroups = (seed: number, attendees: readonly Attendee[]): Group[] => {
  const [self, ...others] = attendees
  if (self === undefined) return []
  const inGroups = others.filter((attendee) => (attendee.reasons & GROUP) !== 0)
  const count = Math.max(3, Math.round(inGroups.length / PEOPLE_PER_GROUP))
  const dice = createDice(seed, 'groups', self.account.key)
  const groups = Array.from(
    { length: count },
    (_, index): Group => ({ kind: 'group', name: groupName(dice, index), members: [self] }),
  )
  for (const attendee of inGroups) {
    const draw = createDice(seed, 'membership', self.account.key, attendee.slot)
    // Slot 4 is in exactly one group, slot 10 in several; squaring makes some groups much larger than others.
    const several = attendee.slot === 10 || (attendee.slot !== 4 && draw.chance(0.15))
    const first = attendee.slot < 12 ? 0 : Math.floor(count * (draw.below(1_000) / 1_000) ** 2)
    groups[first]?.members.push(attendee)
    if (several) groups[(first + 1 + draw.below(count - 1)) % count]?.members.push(attendee)
  }
  return [...groups, ...createChannels(attendees, self)]
}

const createChannels = (attendees: readonly Attendee[], self: Attendee): Group[] => {
  const { provider } = self.account
  if (provider !== 'whatsapp' && provider !== 'telegram') return []
  const admins = attendees.filter((attendee) => (attendee.reasons & CHAT) !== 0)
  return CHANNELS.map((name, index) => ({
    kind: 'channel',
    name,
    members: [self, ...admins.slice(index * 2, index * 2 + (index % 3))],
  }))
}
