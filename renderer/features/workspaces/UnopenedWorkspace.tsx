import { type SubmitEvent, useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { UnopenedWorkspace as Unopened, Workspace } from '#shared/domain/workspaces.ts'
import { closeWorkspace, enterPassphrase, openWorkspace, startOver } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProductMark } from '../../ui/ProductMark.tsx'
import forms from './Forms.module.css'
import styles from './UnopenedWorkspace.module.css'

const c = classes(styles)
const f = classes(forms)

const TITLES: Record<Unopened['reason'], string> = {
  passphrase: 'Enter the passphrase',
  'keyring-gone': 'The keyring is not available',
  'keyring-changed': 'The keyring changed',
  storage: 'The files cannot be used',
}

const Passphrase = ({ id }: { id: string }) => {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const passphrase = text
    setText('')
    setBusy(true)
    setFailure(await enterPassphrase(id, passphrase))
    setBusy(false)
  }
  return (
    <form className={f('form')} onSubmit={(event) => void submit(event)}>
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="off"
        autoFocus
        required
        maxLength={1_024}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <Button type="submit" look="primary" size="large" busy={busy}>
        Open
      </Button>
    </form>
  )
}

const StartOver = ({ workspace, onDone }: { workspace: Workspace; onDone: () => void }) => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async () => {
    setBusy(true)
    setFailure(await startOver(workspace.id))
    setBusy(false)
  }
  return (
    <Dialog
      open
      asks
      onClose={onDone}
      title={`Start over with ${workspace.name}?`}
      description="Its key, its cache, its cases and its notes are deleted from this computer, for good. You enter the API key again, and everything but cases and notes is read from postpress once more."
    >
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <DialogActions>
        <Button onClick={onDone}>Keep it</Button>
        <Button look="danger" busy={busy} onClick={() => void run()}>
          Delete and start over
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** A workspace that stays closed: why, and every way on. Nothing of it was changed. */
export const UnopenedWorkspace = ({ unopened, workspace }: { unopened: Unopened; workspace: Workspace }) => {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    await openWorkspace(workspace.id)
    setBusy(false)
  }
  const withKeys = unopened.reason !== 'storage' && workspace.kind === 'connected'
  return (
    <main className={c('screen')}>
      <div className={c('card')}>
        <ProductMark size={32} />
        <h1 className={c('title')}>{TITLES[unopened.reason]}</h1>
        <p dir="auto" className={c('name')}>
          {workspace.name}
        </p>
        {unopened.reason === 'passphrase' ? (
          <Passphrase id={workspace.id} />
        ) : (
          <>
            <Notice tone="danger" title={unopened.message} advice={unopened.advice} />
            <Button look="primary" size="large" busy={busy} onClick={() => void retry()}>
              Try again
            </Button>
          </>
        )}
        <div className={c('others')}>
          {withKeys && (
            <Button look="ghost" onClick={() => setAsking(true)}>
              Start over
            </Button>
          )}
          <Button look="ghost" onClick={() => void closeWorkspace()}>
            Leave it closed
          </Button>
        </div>
      </div>
      {asking && <StartOver workspace={workspace} onDone={() => setAsking(false)} />}
    </main>
  )
}
