import { useWorkspaceStore } from '../../state/workspace-store.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ConnectForm } from './ConnectForm.tsx'
import { useDialogStore } from './dialog-store.ts'
import { RemoveForm } from './RemoveForm.tsx'
import { UnlockForm } from './UnlockForm.tsx'

/** The dialogs of the workspace menu: connect, unlock, remove. */
export const WorkspaceDialogs = () => {
  const { dialog, show } = useDialogStore()
  const state = useWorkspaceStore((store) => store.workspaces)
  if (dialog === null || state === null) return null
  const close = () => show(null)
  if (dialog.kind === 'connect') {
    return (
      <Dialog
        open
        asks
        onClose={close}
        title="Connect a workspace"
        description="URL and key are checked with a real call before anything is kept."
      >
        <ConnectForm keyring={state.keyring} onDone={close} />
      </Dialog>
    )
  }
  const workspace = state.workspaces.find(({ id }) => id === dialog.id)
  if (workspace === undefined) return null
  if (dialog.kind === 'unlock') {
    return (
      <Dialog
        open
        asks
        onClose={close}
        title={`Unlock ${workspace.name}`}
        description="Its API key is not on this computer. Everything cached can be browsed without it; sync and live look-ups need it."
      >
        <UnlockForm workspace={workspace} keyring={state.keyring} onDone={close} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      asks
      onClose={close}
      title={`Remove ${workspace.name}?`}
      description="This deletes from this computer, for good. Nothing changes at postpress."
    >
      <RemoveForm workspace={workspace} onDone={close} />
    </Dialog>
  )
}
