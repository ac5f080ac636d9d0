import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './LockScreen.module.css'
import { unlockApp } from './lock-store.ts'

const c = classes(styles)

/** Nothing is open and no key is in memory until somebody unlocks. */
export const LockScreen = () => {
  const [secret, setSecret] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const asksKey = failure?.kind === 'no-key' || secret !== ''
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const key = secret
    setSecret('')
    setBusy(true)
    setFailure(await unlockApp(key === '' ? null : key))
    setBusy(false)
  }
  return (
    <main className={c('screen')}>
      <form className={c('card')} onSubmit={(event) => void submit(event)}>
        <LockKeyhole size={36} aria-hidden className={c('icon')} />
        <h1 className={c('title')}>Locked</h1>
        <p className={c('text')}>
          Nothing is open and no key is in memory. Keys that the keyring holds are read again when you unlock; a
          passphrase, and a key for this session only, must be entered again.
        </p>
        {asksKey && (
          <div className={c('field')}>
            <TextField
              autoFocus
              type="password"
              label="API key"
              autoComplete="off"
              spellCheck={false}
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          </div>
        )}
        {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
        <Button type="submit" autoFocus={!asksKey} look="primary" size="large" icon={LockKeyholeOpen} busy={busy}>
          Unlock
        </Button>
      </form>
    </main>
  )
}
