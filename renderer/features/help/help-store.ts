import { create } from 'zustand'

interface HelpState {
  open: boolean
  setOpen: (open: boolean) => void
}

/** Whether the list of keyboard shortcuts is open. */
export const useHelpStore = create<HelpState>()((set) => ({
  open: false,
  setOpen: (open) => set({ open }),
}))
