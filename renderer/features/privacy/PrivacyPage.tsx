import { LockKeyhole, Trash2 } from 'lucide-react'
import { useEffect } from 'react'
import type { PrivacySettings } from '#shared/domain/privacy.ts'
import { LOCK_MINUTES, RETENTION_DAYS } from '#shared/domain/privacy-choices.ts'
import { currentWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Checkbox } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { AuditLog } from './AuditLog.tsx'
import { askToErase } from './erase-store.ts'
import { Forgotten } from './Forgotten.tsx'
import { lockNow } from './lock-store.ts'
import styles from './Privacy.module.css'
import { choose, loadPrivacy, usePrivacyStore } from './privacy-store.ts'

const c = classes(styles)

const LOCKS = LOCK_MINUTES.map((value) => ({ value, text: value === 0 ? 'Never' : `After ${value} minutes` }))
const KEPT = RETENTION_DAYS.map((value) => ({ value, text: value === 365 ? 'One year' : `${value} days` }))

const Lock = ({ settings }: { settings: PrivacySettings }) => (
  <section aria-label="Lock" className={c('card')}>
    <header className={c('cardHead')}>
      <h3>Lock</h3>
      <Button size="small" icon={LockKeyhole} onClick={() => void lockNow()}>
        Lock now
      </Button>
    </header>
    <p className={c('soft')}>A locked app has closed its files, dropped its keys and emptied its window.</p>
    <SelectField
      label="When nobody uses the computer"
      value={settings.lockMinutes}
      choices={LOCKS}
      onChoose={(lockMinutes) => void choose({ lockMinutes })}
    />
    <Checkbox
      label="Also when the screen is locked or the computer sleeps"
      checked={settings.lockWithScreen}
      onChange={({ target }) => void choose({ lockWithScreen: target.checked })}
    />
  </section>
)

const Screen = ({ settings }: { settings: PrivacySettings }) => (
  <section aria-label="Clipboard and screen" className={c('card')}>
    <h3>Clipboard and screen</h3>
    <Checkbox
      label="Empty the clipboard a minute after copying"
      hint="Only if it still holds what was copied here."
      checked={settings.clearClipboard}
      onChange={({ target }) => void choose({ clearClipboard: target.checked })}
    />
    <Checkbox
      label="Keep the window out of screenshots and screen sharing"
      hint="On macOS and Windows. Linux has no way to do it."
      checked={settings.protectContent}
      onChange={({ target }) => void choose({ protectContent: target.checked })}
    />
  </section>
)

const Kept = ({ settings, workspace }: { settings: PrivacySettings; workspace: string }) => (
  <section aria-label="How long people are kept" className={c('card')}>
    <h3>How long people are kept</h3>
    <SelectField
      label={`In ${workspace}, since a sync last saw them`}
      hint="A shorter time deletes at once. Whoever postpress still reports comes back with the next sync."
      value={settings.retentionDays}
      choices={KEPT}
      onChoose={(retentionDays) => void choose({ retentionDays })}
    />
  </section>
)

const Erase = () => (
  <section aria-label="Erase everything" className={c('card')}>
    <h3>Erase everything</h3>
    <p className={c('soft')}>The keys first, then every workspace, its cases and notes, the settings and the log.</p>
    <p>
      <Button look="danger" icon={Trash2} onClick={askToErase}>
        Erase everything…
      </Button>
    </p>
  </section>
)

/** Who can see what for how long: lock, retention, forgotten people, audit log, and the end of it all. */
export const PrivacyPage = () => {
  const { settings, failure } = usePrivacyStore()
  const workspace = useWorkspaceStore(currentWorkspace)
  useEffect(() => void loadPrivacy(), [])
  return (
    <Page title="Privacy">
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      {settings && (
        <div className={c('cards')}>
          <Lock settings={settings} />
          <Screen settings={settings} />
          <Kept settings={settings} workspace={workspace?.name ?? 'this workspace'} />
          <Erase />
        </div>
      )}
      <Forgotten />
      <AuditLog />
    </Page>
  )
}
