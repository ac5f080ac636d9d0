import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The function through which the page's preload reaches main; taken away before the page's own scripts run. */
export const BRIDGE = '__callMain'
/** The function through which main's events reach the preload. */
export const EVENTS = '__fromMain'

const PRELOAD = resolve(import.meta.dirname, '../../out/preload/preload.cjs')

/**
 * The built preload as a script that runs before every other one of the page, with a `require` that knows Electron's two
 * modules of the page's side. As in Electron it runs in the main frame only.
 */
export const preloadScript = (): string => `(() => {
  if (window.top !== window) return
  const call = window.${BRIDGE}
  delete window.${BRIDGE}
  const listeners = new Map()
  Object.defineProperty(window, '${EVENTS}', {
    value: (channel, payload) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, payload)
    },
  })
  const frozen = (value) => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
    return Object.freeze(value)
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value: frozen(value), enumerable: true }),
    },
    ipcRenderer: {
      invoke: (channel, input) => call({ channel, input }),
      on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      off: (channel, listener) =>
        void listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)),
    },
  }
  const load = (require, exports, module) => {
${readFileSync(PRELOAD, 'utf8')}
  }
  load((name) => {
    if (name !== 'electron') throw new Error('no module ' + name)
    return electron
  }, {}, {})
})()`
