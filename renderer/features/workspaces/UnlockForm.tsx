import { type SubmitEvent, useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { Workspace, WorkspaceState } from '#shared/domain/workspaces.ts'
import { unlockWorkspace } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Forms.module.css'
import { KeyFields } from './KeyFields.tsx'

const c = classes(styles)

interface UnlockFormProps {
  workspace: Workspace
  keyring: WorkspaceState['keyring']
  onDone: () => void
}

/** Gives the key of a workspace again, when it is not on this computer. */
export const UnlockForm = ({ workspace, keyring, onDone }: UnlockFormProps) => {
  const [secret, setSecret] = useState('')
  const [remember, setRemember] = useState(true)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const key = secret
    setSecret('')
    setBusy(true)
    setFailure(null)
    const refused = await unlockWorkspace(workspace.id, key, remember && keyring.available)
    setBusy(false)
    if (refused === null) onDone()
    else setFailure(refused)
  }
  return (
    <form className={c('form')} onSubmit={(event) => void submit(event)}>
      <KeyFields keyring={keyring} secret={secret} remember={remember} onSecret={setSecret} onRemember={setRemember} />
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <DialogActions>
        <Button onClick={onDone}>Browse without it</Button>
        <Button type="submit" look="primary" busy={busy}>
          Unlock
        </Button>
      </DialogActions>
    </form>
  )
}
