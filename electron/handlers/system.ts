import { app } from 'electron'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { linkTo } from '#shared/links/location-link.ts'
import type { DeepLinks } from '../deep-links.ts'
import { openLink } from '../open-link.ts'
import type { ClipboardKeeper } from '../privacy/clipboard-keeper.ts'

export const systemHandlers = (links: DeepLinks, clipboard: ClipboardKeeper): MainHandlers['system'] => ({
  copy: async ({ text }) => {
    await clipboard.copy(text)
    return null
  },
  openLink: async ({ url }) => {
    await openLink(url)
    return null
  },
  takeLocation: () => links.take(),
  linkTo: (location) => linkTo(location),
  about: () => ({
    version: app.getVersion(),
    electron: process.versions.electron ?? 'unknown',
    demoRuntime: Number.parseInt(process.versions.electron ?? '0', 10) < 45,
  }),
})
