import { create } from 'zustand'
import type { ConvertedForm, MissingForm } from '#shared/domain/convert.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { PRODUCTS, type Product } from '#shared/domain/providers.ts'
import { ask } from '../../state/api.ts'

/** The form of a LinkedIn id for one product. */
export type MessagingForm = ConvertedForm & { product: Product }

interface MessagingState {
  /** The internal id whose forms are listed. */
  internalId: string | null
  forms: MessagingForm[]
  /** The product whose id is being looked up. */
  asking: Product | null
  /** Why the last look-up told nothing. */
  failure: Failure | null
}

const EMPTY: MessagingState = { internalId: null, forms: [], asking: null, failure: null }

/** Which ids a LinkedIn person has for messaging, and what the missing ones cost. */
export const useMessagingStore = create<MessagingState>()(() => EMPTY)

let newest = 0

const isMessaging = (form: ConvertedForm): form is MessagingForm =>
  form.provider === 'linkedin' && form.kind === 'internal' && PRODUCTS.some((product) => product === form.product)

/** Lists the product ids of a person from the cache; spends nothing. */
export const readMessaging = async (internalId: string): Promise<void> => {
  newest += 1
  const ticket = newest
  if (useMessagingStore.getState().internalId !== internalId) useMessagingStore.setState({ ...EMPTY, internalId })
  const outcome = await ask((api) => api.people.convert({ text: internalId, candidate: null }))
  if (ticket !== newest) return
  if (outcome.ok) useMessagingStore.setState({ forms: outcome.value.forms.filter(isMessaging) })
  else useMessagingStore.setState({ failure: outcome.error })
}

export const forgetMessaging = (): void => {
  newest += 1
  useMessagingStore.setState(EMPTY)
}

/** Spends one look-up for the id of a product: call only after a click. */
export const askForProduct = async (
  { product }: MessagingForm,
  missing: Extract<MissingForm, { state: 'look-up' }>,
  overBudget: boolean,
): Promise<void> => {
  const { internalId, asking } = useMessagingStore.getState()
  if (internalId === null || asking !== null) return
  useMessagingStore.setState({ asking: product, failure: null })
  const outcome = await ask((api) =>
    api.people.resolve({
      text: internalId,
      candidate: null,
      accountId: null,
      product: missing.product,
      mode: missing.mode,
      overBudget,
    }),
  )
  if (useMessagingStore.getState().internalId !== internalId) return
  useMessagingStore.setState({ asking: null, failure: outcome.ok ? null : outcome.error })
  await readMessaging(internalId)
}
