import { type SubmitEvent, useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { WorkspaceState } from '#shared/domain/workspaces.ts'
import { connectWorkspace } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Forms.module.css'
import { KeyFields } from './KeyFields.tsx'

const c = classes(styles)

/** Connects a workspace: main checks URL and key with a real call before anything is kept. */
export const ConnectForm = ({ keyring, onDone }: { keyring: WorkspaceState['keyring']; onDone: () => void }) => {
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const [secret, setSecret] = useState('')
  const [remember, setRemember] = useState(true)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const key = secret
    // The key leaves the page with this call and is not kept here, whatever comes back.
    setSecret('')
    setBusy(true)
    setFailure(null)
    const refused = await connectWorkspace({ name, url, key, remember: remember && keyring.available })
    setBusy(false)
    if (refused === null) onDone()
    else setFailure(refused)
  }
  return (
    <form className={c('form')} onSubmit={(event) => void submit(event)}>
      <TextField
        label="Name"
        placeholder="Production"
        hint="How this workspace is called in the app. Empty: the API's host."
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label="API URL"
        placeholder="https://api.example.com:13443"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={2_048}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <KeyFields
        keyring={keyring}
        secret={secret}
        remember={remember}
        wrong={failure?.kind === 'wrong-key' ? 'Paste the key again.' : undefined}
        onSecret={setSecret}
        onRemember={setRemember}
      />
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <Button type="submit" look="primary" size="large" busy={busy}>
        {busy ? 'Checking the connection' : 'Connect'}
      </Button>
    </form>
  )
}
