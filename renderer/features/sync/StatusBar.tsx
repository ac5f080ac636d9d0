import { ChevronUp, CircleAlert, CircleCheck, CircleDashed, CloudOff, RefreshCw, Square, Wifi } from 'lucide-react'
import { useNow } from '../../lib/use-now.ts'
import { useAccountStore } from '../../state/account-store.ts'
import { cancelSync, startSync, useSyncStore } from '../../state/sync-store.ts'
import { currentWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { LookupBudget } from './LookupBudget.tsx'
import styles from './StatusBar.module.css'
import { SyncDetails } from './SyncDetails.tsx'
import { connectionText, type SyncText, syncText } from './sync-text.ts'

const c = classes(styles)

const ICONS = { done: CircleCheck, open: CircleDashed, busy: RefreshCw, trouble: CircleAlert } as const

const State = ({ said }: { said: SyncText }) => {
  const Icon = ICONS[said.tone]
  return (
    // While it runs the text changes several times a second: only the end is announced.
    <div role="status" aria-label="Sync" aria-live={said.tone === 'busy' ? 'off' : 'polite'} className={c('state')}>
      <Icon size={13} aria-hidden className={c('icon', said.tone)} />
      <span className={c('text')} title={said.text}>
        {said.text}
      </span>
      {said.progress !== null && (
        <span
          role="progressbar"
          aria-label="Sync progress"
          aria-valuenow={Math.round(said.progress * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
          className={c('track')}
        >
          <span className={c('fill')} style={{ width: `${said.progress * 100}%` }} />
        </span>
      )}
    </div>
  )
}

/** The line at the bottom: sync, connection and age of the data, workspace. */
export const StatusBar = () => {
  const status = useSyncStore((state) => state.status)
  const accounts = useAccountStore((state) => state.accounts)
  const workspace = useWorkspaceStore(currentWorkspace)
  const now = useNow()
  const nameOf = (id: string) => accounts?.find((account) => account.id === id)?.name ?? 'an account'
  const said: SyncText =
    status === null ? { text: 'Reading the sync state', tone: 'open', progress: null } : syncText(status, now, nameOf)
  return (
    <footer className={c('bar')}>
      {status?.running ? (
        <Button key="cancel" size="small" look="ghost" icon={Square} onClick={() => void cancelSync()}>
          Cancel
        </Button>
      ) : (
        <Button
          key="start"
          size="small"
          look="ghost"
          icon={RefreshCw}
          disabled={status === null}
          onClick={() => void startSync(null)}
        >
          Sync now
        </Button>
      )}
      <State said={said} />
      {status && <SyncDetails status={status} nameOf={nameOf} now={now} triggerIcon={ChevronUp} />}
      <span className={c('gap')} />
      <LookupBudget />
      {status && (
        <span className={c('connection', status.connection)}>
          {status.connection === 'offline' ? <CloudOff size={13} aria-hidden /> : <Wifi size={13} aria-hidden />}
          {connectionText(status, now)}
        </span>
      )}
      {workspace && (
        <span dir="auto" className={c('workspace')} title={workspace.url ?? undefined}>
          {workspace.name}
        </span>
      )}
    </footer>
  )
}
