import { app } from 'electron'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { openLink } from '../open-link.ts'
import type { ClipboardKeeper } from '../privacy/clipboard-keeper.ts'

export const systemHandlers = (clipboard: ClipboardKeeper): MainHandlers['system'] => ({
  copy: async ({ text }) => {
    await clipboard.copy(text)
    return null
  },
  openLink: async ({ url }) => {
    await openLink(url)
    return null
  },
  about: () => ({
    version: app.getVersion(),
    electron: process.versions.electron ?? 'unknown',
    demoRuntime: Number.parseInt(process.versions.electron ?? '0', 10) < 45,
  }),
})
