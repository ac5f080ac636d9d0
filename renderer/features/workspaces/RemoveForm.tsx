import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { Workspace } from '#shared/domain/workspaces.ts'
import { removeWorkspace } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Forms.module.css'

const c = classes(styles)

/** Names what is deleted before it is. */
export const RemoveForm = ({ workspace, onDone }: { workspace: Workspace; onDone: () => void }) => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const remove = async () => {
    setBusy(true)
    const refused = await removeWorkspace(workspace.id)
    setBusy(false)
    if (refused === null) onDone()
    else setFailure(refused)
  }
  return (
    <>
      <ul className={c('list')}>
        {workspace.kind === 'connected' && (
          <li>the API key{workspace.keyLast4 ? ` that ends in ${workspace.keyLast4}` : ''}, from this computer</li>
        )}
        <li>the whole cache: accounts, attendees, chats, group members, relations</li>
        <li>looked-up profiles and the count of today's look-ups</li>
        <li>
          your cases with their notes, and what you decided about people, with every copy; export what you need first
        </li>
      </ul>
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <DialogActions>
        <Button onClick={onDone}>Keep it</Button>
        <Button look="danger" busy={busy} onClick={() => void remove()}>
          Delete from this computer
        </Button>
      </DialogActions>
    </>
  )
}
