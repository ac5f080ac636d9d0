import type { Failure } from '#shared/domain/errors.ts'
import type { Api } from '#shared/ipc/contract.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'

declare global {
  interface Window {
    /** The preload's bridge to main; absent when the page runs outside the app. */
    readonly api?: Api
  }
}

const NO_ANSWER: Failure = {
  kind: 'internal',
  message: 'The app did not answer.',
  advice: 'Try again. If it keeps happening, quit and start the app again.',
  retryable: true,
}

const bridge = (): Api | undefined => globalThis.window?.api

/** Whether the window is connected to main at all. */
export const hasApi = (): boolean => bridge() !== undefined

/** Calls main. Never rejects: a broken bridge is a failure like any other. */
export const ask = async <T>(run: (api: Api) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
  const api = bridge()
  if (api === undefined) return { ok: false, error: NO_ANSWER }
  try {
    return await run(api)
  } catch {
    // The bridge itself broke (main restarted, page torn down): its error says nothing a person can use.
    return { ok: false, error: NO_ANSWER }
  }
}

/** Subscribes to an event of main; returns the unsubscribe function. */
export const listen: Api['on'] = (event, listener) => bridge()?.on(event, listener) ?? (() => undefined)
