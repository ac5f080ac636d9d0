import { AtSign } from 'lucide-react'
import type { Provider } from '#shared/domain/providers.ts'
import { classes } from './classes.ts'
import styles from './ProviderMark.module.css'

const c = classes(styles)

/** Our own two-letter marks: no provider's logo is used. */
const LETTERS: Record<Provider, string> = {
  linkedin: 'Li',
  whatsapp: 'Wa',
  instagram: 'Ig',
  telegram: 'Tg',
  x: 'X',
  messenger: 'Me',
}

/** A small tile that stands for a provider; null is anything that is not a messaging provider. Decoration only. */
export const ProviderMark = ({ provider }: { provider: Provider | null }) => (
  <span className={c('mark', provider ?? 'other')} aria-hidden="true">
    {provider === null ? <AtSign size={11} /> : LETTERS[provider]}
  </span>
)
