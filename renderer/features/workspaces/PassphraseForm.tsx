import { type SubmitEvent, useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { Workspace } from '#shared/domain/workspaces.ts'
import { setPassphrase } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Forms.module.css'

const c = classes(styles)

/** Chooses a passphrase, typed twice: nobody can bring a forgotten one back. */
export const PassphraseForm = ({ workspace, onDone }: { workspace: Workspace; onDone: () => void }) => {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [busy, setBusy] = useState(false)
  const [differ, setDiffer] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    setDiffer(first !== second)
    if (first !== second) return
    setBusy(true)
    setFailure(null)
    const refused = await setPassphrase(workspace.id, first)
    setBusy(false)
    if (refused !== null) return setFailure(refused)
    setFirst('')
    setSecond('')
    onDone()
  }
  return (
    <form className={c('form')} onSubmit={(event) => void submit(event)}>
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="off"
        required
        maxLength={1_024}
        hint="At least 12 characters: four or five words that do not belong together."
        value={first}
        onChange={(event) => setFirst(event.target.value)}
      />
      <TextField
        label="Passphrase, again"
        type="password"
        autoComplete="off"
        required
        maxLength={1_024}
        error={differ ? 'The two are not the same.' : undefined}
        value={second}
        onChange={(event) => setSecond(event.target.value)}
      />
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <DialogActions>
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" look="primary" busy={busy}>
          Protect
        </Button>
      </DialogActions>
    </form>
  )
}
