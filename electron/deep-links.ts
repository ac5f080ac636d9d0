import type { Location } from '#shared/domain/location.ts'
import { LINK_SCHEME, parseLink } from '#shared/links/location-link.ts'
import { log } from './log.ts'

/** The place that a link named and the window has not opened yet. */
export interface DeepLinks {
  /** A link as the system hands it over. Anything that is not exactly a link of the app is dropped. */
  offer(text: string): void
  /** What was started or started again with these arguments. */
  offerArguments(argv: readonly string[]): void
  /** Answers the place once; null when there is none. */
  take(): Location | null
}

const START = `${LINK_SCHEME}:`

/** `asked` is called when a place waits to be opened. */
export const createDeepLinks = (asked: () => void): DeepLinks => {
  let waiting: Location | null = null
  const offer = (text: string): void => {
    const location = parseLink(text)
    if (location === null) log('warn', 'links', 'dropped a link that leads nowhere')
    else {
      waiting = location
      asked()
    }
  }
  return {
    offer,
    offerArguments: (argv) => {
      const link = argv.find((argument) => argument.toLowerCase().startsWith(START))
      if (link !== undefined) offer(link)
    },
    take: () => {
      const location = waiting
      waiting = null
      return location
    },
  }
}
