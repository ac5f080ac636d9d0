import type { Failure } from '#shared/domain/errors.ts'
import { ask } from './api.ts'
import { copyText } from './copy.ts'

/** What runs here: "postpress Inspector 0.1.0, Electron 45.4.1". */
const runningApp = async (): Promise<string> => {
  const about = await ask((api) => api.system.about(null))
  return about.ok
    ? `postpress Inspector ${about.value.version}, Electron ${about.value.electron}`
    : 'postpress Inspector'
}

/**
 * A failure for a ticket: what was done, the kind, when and with which version. The message stays out: it can name
 * accounts or people.
 */
export const failureDetail = (what: string, { kind, retryable }: Failure, at: number, app: string): string =>
  [
    app,
    `What: ${what}`,
    `Failure: ${kind}${retryable ? ' (may pass)' : ''}`,
    `When: ${new Date(at).toISOString()}`,
    `System: ${globalThis.navigator?.platform ?? 'unknown'}`,
  ].join('\n')

/** Puts a failure on the clipboard, without personal data. False when copying failed. `what`: "passport", "sync"... */
export const copyFailure = async (what: string, failure: Failure): Promise<boolean> =>
  copyText(failureDetail(what, failure, Date.now(), await runningApp()))
