import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './LockScreen.module.css'
import { unlockApp } from './lock-store.ts'

const c = classes(styles)

/** Nothing is open and no key is in memory until somebody unlocks. */
export const LockScreen = () => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const unlock = async () => {
    setBusy(true)
    setFailure(await unlockApp())
    setBusy(false)
  }
  return (
    <main className={c('screen')}>
      <div className={c('card')}>
        <LockKeyhole size={36} aria-hidden className={c('icon')} />
        <h1 className={c('title')}>Locked</h1>
        <p className={c('text')}>
          Nothing is open and no key is in memory. Keys that the keyring holds are read again when you unlock; a key for
          this session only must be entered again.
        </p>
        {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
        <Button autoFocus look="primary" size="large" icon={LockKeyholeOpen} busy={busy} onClick={() => void unlock()}>
          Unlock
        </Button>
      </div>
    </main>
  )
}
