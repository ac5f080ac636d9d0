import { useEffect } from 'react'
import type { Passport } from '#shared/domain/attendees.ts'
import { PRODUCT_NAMES } from '#shared/domain/providers.ts'
import { SOURCE_WORDS } from '../../lib/words.ts'
import { copyText } from '../../state/copy.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { classes } from '../../ui/classes.ts'
import { LookupOffer } from '../../ui/LookupOffer.tsx'
import styles from './Identifiers.module.css'
import {
  askForProduct,
  forgetMessaging,
  type MessagingForm,
  readMessaging,
  useMessagingStore,
} from './messaging-store.ts'
import { refreshPassport } from './passport-store.ts'

const c = classes(styles)

const Offer = ({ form }: { form: MessagingForm }) => {
  const { asking, failure } = useMessagingStore()
  const { missing, product, label } = form
  if (missing === null) return null
  return (
    <>
      <LookupOffer
        action={`Get ${label}`}
        missing={missing}
        brief
        busy={asking === product}
        disabled={asking !== null && asking !== product}
        onSpend={(overBudget) => {
          if (missing.state === 'look-up') void askForProduct(form, missing, overBudget).then(refreshPassport)
        }}
      />
      {failure !== null && asking === null && (
        <p className={c('failed')} role="alert">
          {failure.message} {failure.advice}
        </p>
      )}
    </>
  )
}

const Row = ({ form }: { form: MessagingForm }) => {
  const { value, label, origin, product } = form
  return (
    <tr className={c('row')}>
      <th scope="row" className={c('label')}>
        {label}
      </th>
      {value === null ? (
        <td className={c('value')} colSpan={2}>
          <Offer form={form} />
        </td>
      ) : (
        <>
          <td className={c('value')}>
            <span className={c('id')} dir="ltr">
              {value}
            </span>
            <span className={c('origin')}>
              {origin?.from === 'cache' ? `${SOURCE_WORDS[origin.source]} through ${origin.accountName}` : origin?.why}
            </span>
            <span className={c('use')}>Use for messaging in {PRODUCT_NAMES[product]}</span>
          </td>
          <td className={c('actions')}>
            <CopyButton label={`Copy ${label}`} copy={() => copyText(value)} />
          </td>
        </>
      )}
    </tr>
  )
}

/** The product ids of a LinkedIn person that the passport itself does not hold: from elsewhere in the cache, or for a look-up. */
export const MessagingIds = ({ passport: { identifiers } }: { passport: Passport }) => {
  const { forms } = useMessagingStore()
  const internalId = identifiers.find(({ kind }) => kind === 'internal')?.value ?? null
  const own = new Set(identifiers.flatMap(({ kind, product }) => (kind === 'internal' ? [product] : [])))
  const ownText = [...own].join()
  useEffect(() => {
    if (internalId !== null) void readMessaging(internalId)
  }, [internalId, ownText])
  useEffect(() => forgetMessaging, [])
  return forms.filter(({ product }) => !own.has(product)).map((form) => <Row key={form.product} form={form} />)
}
