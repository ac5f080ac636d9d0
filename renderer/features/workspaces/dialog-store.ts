import { create } from 'zustand'

type WorkspaceDialog = { kind: 'connect' } | { kind: 'unlock' | 'key' | 'passphrase' | 'remove'; id: string } | null

interface DialogState {
  dialog: WorkspaceDialog
  show: (dialog: WorkspaceDialog) => void
}

/** Which dialog about workspaces is open. */
export const useDialogStore = create<DialogState>()((set) => ({
  dialog: null,
  show: (dialog) => set({ dialog }),
}))
