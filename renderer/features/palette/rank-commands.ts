import Fuzzy from '@leeoniya/ufuzzy'
import type { Command } from '../../state/command.ts'

export interface CommandGroup {
  value: string
  items: Command[]
}

/** Up to three letters may be left out between two ("snc" finds Sync). */
const fuzzy = new Fuzzy({ intraMode: 0, intraIns: 3 })

const inGroups = (commands: readonly Command[]): CommandGroup[] => {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    const items = groups.get(command.group)
    if (items === undefined) groups.set(command.group, [command])
    else items.push(command)
  }
  return [...groups].map(([value, items]) => ({ value, items }))
}

/** The commands that match, best first; without a query all of them. Groups stand in the order of their best command. */
export const rankCommands = (commands: readonly Command[], query: string): CommandGroup[] => {
  const needle = query.trim()
  if (needle === '') return inGroups(commands)
  const texts = Fuzzy.latinize(commands.map(({ group, title }) => `${title} ${group}`))
  const [found, info, order] = fuzzy.search(texts, Fuzzy.latinize([needle])[0] ?? needle, 5)
  if (found === null) return []
  const ranked = info === null || order === null ? found : order.map((position) => info.idx[position] ?? -1)
  return inGroups(ranked.flatMap((index) => commands[index] ?? []))
}
