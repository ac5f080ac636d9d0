import { Radio } from 'lucide-react'
import { useId, useState } from 'react'
import { PRODUCT_NAMES, PRODUCTS, type Product } from '#shared/domain/providers.ts'
import type { LookupAccount } from '#shared/domain/resolve.ts'
import { useAccountStore } from '../../state/account-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { LookupMeter } from '../../ui/LookupMeter.tsx'
import { OverBudget } from '../../ui/OverBudget.tsx'
import styles from './LookupPanel.module.css'
import { lookUpLive, resolveProduct, useResolveStore } from './resolve-store.ts'

const c = classes(styles)

interface AccountChoiceProps {
  accounts: LookupAccount[]
  chosen: string | null
  onChoose: (id: string) => void
}

const AccountChoice = ({ accounts, chosen, onChoose }: AccountChoiceProps) => {
  const name = useId()
  return (
    <fieldset className={c('accounts')}>
      <legend>Ask through</legend>
      {accounts.map((account) => (
        <label key={account.id} className={c('account', !account.usable && 'unusable')}>
          <input
            type="radio"
            name={name}
            className={c('radio')}
            checked={account.id === chosen}
            disabled={!account.usable}
            onChange={() => onChoose(account.id)}
          />
          <span className={c('accountText')}>
            <span dir="auto" className={c('accountName')}>
              {account.name}
            </span>
            <span className={c('why')}>{account.why}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** LinkedIn only, and only when some account has more than Classic: each product has its own id for the person. */
const ProductChoice = ({ product }: { product: Product | null }) => {
  const accounts = useAccountStore((state) => state.accounts)
  const offered = PRODUCTS.filter((name) => name === 'classic' || accounts?.some((one) => one.products.includes(name)))
  if (offered.length < 2) return null
  return (
    <fieldset>
      <legend>Wanted id</legend>
      {offered.map((name) => (
        <button
          key={name}
          type="button"
          className={c('product')}
          aria-pressed={(product ?? 'classic') === name}
          onClick={() => void resolveProduct(name)}
        >
          {PRODUCT_NAMES[name]}
        </button>
      ))}
    </fieldset>
  )
}

/** Nothing is cached: which account would be asked, what it costs, and the button that spends it. */
export const LookupPanel = ({ message, accounts }: { message: string; accounts: LookupAccount[] }) => {
  const { request, busy } = useResolveStore()
  const [picked, setPicked] = useState<string | null>(null)
  const [confirming, setConfirming] = useState(false)
  const account = accounts.find(({ id, usable }) => id === picked && usable) ?? accounts.find(({ usable }) => usable)
  const over = account !== undefined && account.usedToday >= account.dailyLimit
  return (
    <div className={c('panel')}>
      <p className={c('message')}>{message}</p>
      {accounts[0]?.provider === 'linkedin' && <ProductChoice product={request?.product ?? null} />}
      {accounts.length > 0 && <AccountChoice accounts={accounts} chosen={account?.id ?? null} onChoose={setPicked} />}
      {account && (
        <>
          <LookupMeter lead="1 live look-up" usedToday={account.usedToday} dailyLimit={account.dailyLimit} />
          <Button
            look="primary"
            icon={Radio}
            busy={busy === 'live'}
            onClick={() => (over ? setConfirming(true) : void lookUpLive(account.id, 'live', false))}
          >
            Look up live
          </Button>
          <OverBudget
            open={confirming}
            text={`${account.name} has used ${account.usedToday} of ${account.dailyLimit} recommended look-ups today.`}
            onClose={() => setConfirming(false)}
            onConfirm={() => {
              setConfirming(false)
              void lookUpLive(account.id, 'live', true)
            }}
          />
        </>
      )}
    </div>
  )
}
