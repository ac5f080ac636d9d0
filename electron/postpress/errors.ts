import { AppError } from '#shared/domain/errors.ts'
import { PRODUCT_NAMES, type Product, type Provider } from '#shared/domain/providers.ts'
import { apiCause } from './api-cause.ts'
import {
  BAD_REQUEST,
  BY_STATUS,
  BY_TYPE,
  DISCONNECTED,
  type Meaning,
  NOT_FOUND,
  PROVIDER,
  UNREACHABLE,
  UNSUPPORTED,
  WRONG_KEY,
} from './meanings.ts'
import { redirectedError } from './network-errors.ts'

/** What the failing call was about: the same status means different things for the workspace, an account, a person. */
export interface CallSubject {
  /** Null: the call concerns the workspace as a whole. */
  accountId: string | null
  provider: Provider | null
  product: Product | null
  /** The call looked up one person. */
  isLookup: boolean
  /** The person was looked up by a LinkedIn public id, not by an internal id. */
  byPublicId?: boolean
}

const productMissing = ({ product }: CallSubject): Meaning => {
  const name = product === null || product === 'classic' ? 'the product that this needs' : PRODUCT_NAMES[product]
  return {
    kind: 'product-missing',
    message: `The account has no subscription to ${name}.`,
    advice: `Choose an account that has ${name}.`,
  }
}

/** Strangers are out of reach of a product by public id, while its API takes the internal ids of anybody. */
const outOfReach = ({ product, byPublicId }: CallSubject): Meaning => {
  const through = product === null || product === 'classic' ? 'this account' : PRODUCT_NAMES[product]
  if (byPublicId !== true)
    return {
      ...UNREACHABLE,
      message: `LinkedIn does not show this person to ${through}.`,
      advice: 'The profile may be locked or closed. Another account may reach it; the id itself can still be right.',
    }
  return {
    ...UNREACHABLE,
    message: `LinkedIn does not show this person to ${through} by public id: probably out of network.`,
    advice:
      'Get the Classic ID first, then convert again: the look-up is then made by id, which also reaches strangers.',
  }
}

/** Readings that depend on what was asked; null leaves it to the tables. */
const inContext = (status: number, type: string | null, subject: CallSubject): Meaning | null => {
  if (type === 'feature_not_subscribed' || type === 'subscription_required') return productMissing(subject)
  // Seen for an expired key and for an expired provider login: only the account call can mean the login.
  if (type === 'expired_credentials') return subject.accountId === null ? WRONG_KEY : DISCONNECTED
  if (!subject.isLookup || status !== 422 || type === 'provider_unreachable' || type === 'invalid_account') return null
  if (subject.provider === 'messenger')
    return { ...UNSUPPORTED, message: 'The API has no profile look-up for Messenger.' }
  if (subject.provider === 'linkedin') return type === 'invalid_recipient' ? outOfReach(subject) : null
  // WhatsApp says "no such number" with 404 on some servers and 422 on others.
  return subject.provider === 'whatsapp'
    ? { ...NOT_FOUND, message: 'This number is not on WhatsApp.', advice: 'Check the number and its country code.' }
    : null
}

const fallback = (status: number): Meaning => (status >= 500 ? PROVIDER : BAD_REQUEST)

/**
 * The failure behind an HTTP status of 300 and above, by the body's `type` first and the status second. `type` is the
 * text after `errors/`; null when the body had none. Nothing of the body's own words is shown.
 */
export const statusError = (
  status: number,
  type: string | null,
  retryAfter: string | null,
  subject: CallSubject,
): AppError => {
  if (status < 400) return redirectedError(status)
  const known = type !== null && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined
  const meaning = inContext(status, type, subject) ?? known ?? BY_STATUS[status] ?? fallback(status)
  const { kind, message, advice, retry = 'never', retryable = false, unspent = false } = meaning
  const cause = apiCause(retry, { status, type, retryAfter, unspent })
  return new AppError(kind, message, { advice, retryable, cause })
}
