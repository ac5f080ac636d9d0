import type { Provider } from '#shared/domain/providers.ts'
import { looksLikeLinkedinId, readLinkedinId } from './linkedin-id.ts'
import { jidOf } from './network-ids.ts'
import type { People, Person } from './people.ts'

/** Finds the person behind any identifier of a provider, attendee or not. */
export interface Directory {
  /** undefined: nobody there. Accepts internal and public ids; user names in any case and with or without `@`; phones with or without `+`. */
  find(provider: Provider, identifier: string): Person | undefined
}

/** Every text that leads to the person, lower-cased except for LinkedIn ids (found by member number). */
const keysOf = (person: Person, provider: Provider): string[] => {
  switch (provider) {
    case 'linkedin':
      return [person.slug, `#${person.memberNumber}`]
    case 'whatsapp':
      return [jidOf(person.phone), person.phone.slice(1), ...(person.lid === null ? [] : [person.lid])]
    case 'instagram':
      return [person.instagramUsername, person.instagramId, person.instagramMessagingId]
    case 'telegram':
      return [
        person.telegramId,
        person.phone.slice(1),
        ...(person.telegramUsername === null ? [] : [person.telegramUsername]),
      ]
    case 'x':
      return [person.xId, person.xHandle]
    case 'messenger':
      return [person.messengerId, person.messengerUsername]
  }
}

/** Instagram and X user names, Telegram user names and phones: written with or without a leading sign. */
const normalise = (provider: Provider, identifier: string): string => {
  const text = identifier.trim().toLowerCase()
  if (provider === 'linkedin') return text
  return text.replace(/^[@+]/, '').replace(/@c\.us$/, '@s.whatsapp.net')
}

const linkedinKey = (identifier: string): { key: string; id: string } | null => {
  const read = readLinkedinId(identifier)
  return read === null ? null : { key: `#${read.memberNumber}`, id: identifier }
}

const ownsLinkedinId = (person: Person, id: string): boolean =>
  person.classicId === id || person.salesNavigatorId === id || person.recruiterId === id

/** Builds one index per provider when it is first asked for. */
export const createDirectory = (people: People): Directory => {
  const indexes = new Map<Provider, Map<string, number>>()

  const indexOf = (provider: Provider): Map<string, number> => {
    const known = indexes.get(provider)
    if (known !== undefined) return known
    const index = new Map<string, number>()
    for (let i = 0; i < people.count; i += 1) {
      const person = people.person(i)
      if (person.on[provider]) for (const key of keysOf(person, provider)) index.set(key, i)
    }
    indexes.set(provider, index)
    return index
  }

  const find = (provider: Provider, identifier: string): Person | undefined => {
    const linkedin = provider === 'linkedin' && looksLikeLinkedinId(identifier) ? linkedinKey(identifier) : undefined
    if (linkedin === null) return undefined
    const found = indexOf(provider).get(linkedin?.key ?? normalise(provider, identifier))
    if (found === undefined) return undefined
    const person = people.person(found)
    return linkedin === undefined || ownsLinkedinId(person, linkedin.id) ? person : undefined
  }

  return { find }
}
