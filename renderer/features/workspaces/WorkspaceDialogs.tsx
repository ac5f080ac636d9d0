import { useWorkspaceStore } from '../../state/workspace-store.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ConnectForm } from './ConnectForm.tsx'
import { useDialogStore } from './dialog-store.ts'
import { KeyForm } from './KeyForm.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
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
  if (dialog.kind === 'key') {
    return (
      <Dialog
        open
        onClose={close}
        title={`API key of ${workspace.name}`}
        description="The key itself is never shown again."
      >
        <KeyForm workspace={workspace} onDone={close} />
      </Dialog>
    )
  }
  if (dialog.kind === 'passphrase') {
    return (
      <Dialog
        open
        asks
        onClose={close}
        title={`Protect ${workspace.name} with a passphrase`}
        description="Its API key and everything of it on this computer open with the passphrase only, at every start. Nobody can bring a forgotten one back."
      >
        <PassphraseForm workspace={workspace} onDone={close} />
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
