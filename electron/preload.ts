import { contextBridge, ipcRenderer } from 'electron'

// The names come from the contract at build time: the preload carries no schema (and no zod).
declare const __CHANNELS__: string[]
declare const __EVENTS__: string[]

const api: Record<string, Record<string, unknown>> = {}
for (const channel of __CHANNELS__) {
  const [group = '', name = ''] = channel.split('.')
  api[group] = { ...api[group], [name]: (input: unknown) => ipcRenderer.invoke(channel, input) }
}

const on = (event: string, listener: (payload: unknown) => void): (() => void) => {
  if (!__EVENTS__.includes(event)) throw new Error('There is no such event.')
  const forward = (_: unknown, payload: unknown): void => listener(payload)
  ipcRenderer.on(event, forward)
  return () => void ipcRenderer.off(event, forward)
}

contextBridge.exposeInMainWorld('api', { ...api, on })

// The page's first script reads how the window is arranged. Reading it the first time takes an answer of main's process, which
// is free now and loads the app then.
try {
  void (globalThis as { localStorage?: { length: number } }).localStorage?.length
} catch {
  // A document without an address has no storage, and no script that would read it.
}
