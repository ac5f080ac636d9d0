import { Braces, Link } from 'lucide-react'
import type { ConvertedForm, FormOrigin } from '#shared/domain/convert.ts'
import { PRODUCT_NAMES } from '#shared/domain/providers.ts'
import { exactTime, timeAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { SOURCE_WORDS } from '../../lib/words.ts'
import { copyText } from '../../state/copy.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { classes } from '../../ui/classes.ts'
import { AskForForm } from './AskForForm.tsx'
import styles from './ConvertView.module.css'

const c = classes(styles)

const VIA = { identifier: 'cached', 'member-number': 'cached, same member number', phone: 'cached, same phone' }

const Origin = ({ origin }: { origin: FormOrigin }) => {
  const now = useNow()
  if (origin.from === 'computed') return <span className={c('why')}>{origin.why}</span>
  return (
    <span className={c('why')} title={exactTime(origin.seenAt)}>
      {SOURCE_WORDS[origin.source]} through {origin.accountName}, {timeAgo(origin.seenAt, now)} ({VIA[origin.via]})
    </span>
  )
}

const asJson = ({ provider, kind, product, value }: ConvertedForm): string =>
  JSON.stringify({ provider, kind, ...(product === null ? {} : { product }), value })

/** One form: its value with origin, age and copy buttons, or how it can be had. */
export const FormCard = ({ form }: { form: ConvertedForm }) => {
  const { label, value, url, origin, missing, product } = form
  return (
    <li className={c('form')} aria-label={label}>
      <div className={c('head')}>
        <h2 className={c('label')}>{label}</h2>
        {value !== null && (
          <span className={c('copies')}>
            {url !== null && <CopyButton label={`Copy ${label} as link`} icon={Link} copy={() => copyText(url)} />}
            <CopyButton label={`Copy ${label} as JSON`} icon={Braces} copy={() => copyText(asJson(form))} />
            <CopyButton label={`Copy ${label}`} copy={() => copyText(value)} />
          </span>
        )}
      </div>
      {value !== null && (
        <span className={c('value')} dir="ltr">
          {value}
        </span>
      )}
      {origin && <Origin origin={origin} />}
      {product && value !== null && <p className={c('use')}>Use for messaging in {PRODUCT_NAMES[product]}.</p>}
      {missing && <AskForForm label={label} action={`Get ${label}`} missing={missing} />}
    </li>
  )
}
