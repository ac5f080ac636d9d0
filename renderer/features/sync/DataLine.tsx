import { CircleDashed, CloudOff, History, type LucideIcon, ShieldAlert, TriangleAlert } from 'lucide-react'
import { useNow } from '../../lib/use-now.ts'
import { useAccountStore } from '../../state/account-store.ts'
import { useFilterStore } from '../../state/filter-store.ts'
import { startSync, useSyncStore } from '../../state/sync-store.ts'
import { useViewStore } from '../../state/view-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './DataLine.module.css'
import { type DataNotice, dataNotice } from './data-notice.ts'

const c = classes(styles)

const ICONS: Record<DataNotice['kind'], LucideIcon> = {
  offline: CloudOff,
  stopped: TriangleAlert,
  permission: ShieldAlert,
  partial: CircleDashed,
  stale: History,
}

const ACTIONS = {
  sync: { word: 'Sync again', run: () => void startSync(null) },
  rest: { word: 'Read the rest', run: () => void startSync(null, 'rest') },
  accounts: { word: 'Show the account', run: () => useViewStore.getState().show('accounts') },
} as const

/** One line above everything: what limits the data that the window shows, and what helps. */
export const DataLine = () => {
  const status = useSyncStore((state) => state.status)
  const accounts = useAccountStore((state) => state.accounts)
  const accountId = useFilterStore((state) => state.filters.accountId)
  const now = useNow()
  const notice = status === null ? null : dataNotice(status, accounts ?? [], accountId, now)
  const action = notice?.action ? ACTIONS[notice.action] : null
  const Icon = notice === null ? null : ICONS[notice.kind]
  return (
    // There before it says something, so that screen readers announce it.
    <div role="status" aria-label="Data">
      {notice !== null && Icon !== null && (
        <div className={c('line', notice.kind)}>
          <Icon size={14} aria-hidden className={c('icon')} />
          <p dir="auto" className={c('text')}>
            {notice.text}
          </p>
          {action && (
            <Button size="small" onClick={action.run}>
              {action.word}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
