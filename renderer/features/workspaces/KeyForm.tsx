import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { Workspace } from '#shared/domain/workspaces.ts'
import { timeAgo } from '../../lib/format-time.ts'
import { removeKey, testKey } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useDialogStore } from './dialog-store.ts'

const KEPT: Record<Workspace['keyState'], string> = {
  keyring: 'Kept in this computer’s keyring.',
  passphrase: 'Protected by the passphrase of this workspace.',
  session: 'Kept in memory until the app quits.',
  none: 'Not on this computer.',
  builtin: 'Built in.',
}

/** What may be seen of a key, and what can be done with it. The key itself is never shown again. */
export const KeyForm = ({ workspace, onDone }: { workspace: Workspace; onDone: () => void }) => {
  const show = useDialogStore((state) => state.show)
  const [busy, setBusy] = useState<'test' | 'remove' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [works, setWorks] = useState(false)
  const run = async (what: 'test' | 'remove') => {
    setBusy(what)
    setFailure(null)
    setWorks(false)
    const refused = await (what === 'test' ? testKey(workspace.id) : removeKey(workspace.id))
    setBusy(null)
    if (refused !== null) return setFailure(refused)
    if (what === 'remove') onDone()
    else setWorks(true)
  }
  const there = workspace.keyState !== 'none'
  return (
    <>
      <p>
        {there && workspace.keyLast4 !== null && (
          <>
            Ends in <strong>{workspace.keyLast4}</strong>
            {workspace.keySince !== null && `, entered ${timeAgo(workspace.keySince, Date.now())}`}.{' '}
          </>
        )}
        {KEPT[workspace.keyState]}
      </p>
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <p role="status">{works && 'postpress takes this key.'}</p>
      <DialogActions>
        {there && (
          <Button look="danger" busy={busy === 'remove'} onClick={() => void run('remove')}>
            Remove key
          </Button>
        )}
        {there && (
          <Button busy={busy === 'test'} onClick={() => void run('test')}>
            Test key
          </Button>
        )}
        <Button look="primary" onClick={() => show({ kind: 'unlock', id: workspace.id })}>
          {there ? 'Change key' : 'Enter key'}
        </Button>
      </DialogActions>
    </>
  )
}
