import { ask } from './api.ts'
import { tellFailure } from './toast-store.ts'

/** Puts text on the clipboard through main. False when it failed; the person was told. */
export const copyText = async (text: string): Promise<boolean> => {
  const outcome = await ask((api) => api.system.copy({ text }))
  if (!outcome.ok) tellFailure('Not copied.', outcome.error)
  return outcome.ok
}

/** Opens an https link in the person's browser. */
export const openLink = async (url: string): Promise<void> => {
  const outcome = await ask((api) => api.system.openLink({ url }))
  if (!outcome.ok) tellFailure('The link was not opened.', outcome.error)
}
