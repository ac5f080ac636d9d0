import type { Account } from '#shared/domain/accounts.ts'
import type { MissingForm } from '#shared/domain/convert.ts'
import { PRODUCT_NAMES, type Product } from '#shared/domain/providers.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { Asked } from '../resolve/asked.ts'
import { neededProduct, noAccountMessage, rankLookupAccounts } from '../resolve/lookup-accounts.ts'
import { noLiveLookup } from '../resolve/readings.ts'
import { type WantedForm, whyNotComputed } from './wanted-forms.ts'

/** What decides whether a look-up can tell a missing form. */
export interface Situation {
  candidate: Candidate
  /** Whom a look-up would ask for; null when there is nothing that a provider could be asked. */
  asked: Asked | null
  accounts: Account[]
  /** Live look-ups per account today. */
  used: Record<string, number>
  /** Accounts that know the person. */
  knownTo: ReadonlySet<string>
  phoneHidden: boolean
}

const impossible = (why: string, advice: string | null = null): MissingForm => ({ state: 'impossible', why, advice })

/** An account that has the product and only needs to be connected again. */
const disconnectedOwner = (product: Product | null, { accounts, asked }: Situation): MissingForm | null => {
  const owner = accounts.find((account) => account.provider === asked?.provider && hasProduct(account, product))
  if (owner === undefined) return null
  const what = product === null || product === 'classic' ? 'could be asked' : `has ${PRODUCT_NAMES[product]}`
  return impossible(`${owner.name} ${what}, but is not connected.`, owner.healthAdvice)
}

const hasProduct = ({ products }: Account, product: Product | null): boolean =>
  product === null || product === 'classic' || products.includes(product)

const lookUp = (situation: Situation, product: Product | null, why: string): MissingForm => {
  const { asked, candidate } = situation
  if (asked === null || asked.provider === 'messenger') {
    const { message, advice } = noLiveLookup(candidate)
    return asked === null
      ? impossible(message, advice)
      : impossible(
          'The API has no profile look-up for Messenger.',
          'Messenger users appear here once a chat is synced.',
        )
  }
  const needed = neededProduct(product)
  const ranked = rankLookupAccounts(
    situation.accounts,
    { provider: asked.provider, product: needed, knownTo: situation.knownTo },
    situation.used,
  )
  if (ranked.some(({ usable }) => usable))
    return { state: 'look-up', why, product, mode: needed === null ? 'refresh' : 'live', accounts: ranked }
  return (
    disconnectedOwner(needed, situation) ??
    impossible(noAccountMessage(asked.provider, needed, ranked), needed === null ? null : askOwner(needed))
  )
}

const askOwner = (product: Product): string =>
  `Connect a LinkedIn account that has ${PRODUCT_NAMES[product]}, or add the product to a connected one.`

/** How a form that is neither computed nor cached can be had. */
export const missingForm = (situation: Situation, wanted: WantedForm): MissingForm => {
  const { candidate, phoneHidden } = situation
  const why = whyNotComputed(candidate, wanted)
  if (wanted.provider === 'whatsapp' && wanted.kind !== 'internal') {
    return phoneHidden
      ? impossible('WhatsApp hides the phone number of this person. A lid is never a phone.')
      : impossible(
          why ?? 'The phone number is not known.',
          'Sync again: newer servers report the phone beside the lid.',
        )
  }
  if (wanted.provider === 'whatsapp')
    return lookUp(situation, null, 'WhatsApp tells the lid of some numbers when it is asked.')
  if (wanted.provider === 'linkedin') return lookUp(situation, wanted.product ?? 'classic', why ?? 'LinkedIn tells it.')
  return lookUp(situation, null, 'Only the provider can tell it.')
}

/** The live test of a phone number: whether WhatsApp knows it. */
export const whatsappTest = (situation: Situation): MissingForm =>
  lookUp(situation, null, 'One look-up asks WhatsApp whether the number is registered.')
