import type { IpcMainInvokeEvent } from 'electron'

/** What a caller must be: the main frame of the app's own window, on the app's own origin. */
export interface Trust {
  /** webContents id of the app's window; null while there is none. */
  windowId: () => number | null
  /** `app://inspector`, or the development server's origin. */
  origin: string
}

const originOf = (url: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed === null ? '' : `${parsed.protocol}//${parsed.host}`
}

/** False for sub-frames, foreign windows, foreign origins, and frames that are gone (senderFrame may be null). */
export const isTrustedSender = (event: IpcMainInvokeEvent, trust: Trust): boolean => {
  const frame = event.senderFrame
  if (frame === null || frame === undefined) return false
  if (event.sender.id !== trust.windowId()) return false
  if (frame.parent !== null) return false
  return originOf(frame.url) === trust.origin
}
