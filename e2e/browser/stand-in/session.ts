import type { Session } from 'electron'
import { app } from './app.ts'
import { askBrowser } from './main-line.ts'
import type { RequestHandler } from './page-server.ts'

const schemes = new Map<string, RequestHandler>()

/** Who answers the addresses of a scheme; null when main has not said so. */
export const handlerOf = (scheme: string): RequestHandler | null => schemes.get(scheme) ?? null

type FetchOptions = NonNullable<Parameters<Session['fetch']>[1]>

const createSession = () => {
  let userAgent = ''
  const methods = {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    flushStorageData: () => undefined,
    clearStorageData: async () => void (await askBrowser('clearStorage', null)),
    setUserAgent: (given) => {
      userAgent = given
    },
    /** The network of main is Node's own. */
    fetch: (input, options: FetchOptions = {}) => {
      const { bypassCustomProtocolHandlers: _, ...init } = options
      const headers = new Headers(init.headers as Record<string, string>)
      headers.set('user-agent', userAgent)
      return fetch(input as string, { ...(init as RequestInit), headers })
    },
  } satisfies Partial<Session>
  return {
    ...methods,
    // What the page asks for is watched by the test itself.
    webRequest: { onBeforeRequest: () => undefined },
    protocol: { handle: (scheme: string, handler: RequestHandler) => void schemes.set(scheme, handler) },
  }
}

const partitions = new Map<string, ReturnType<typeof createSession>>()

/** Electron's `session`, as far as main uses it. */
export const session = {
  defaultSession: createSession(),
  fromPartition: (name: string) => {
    const known = partitions.get(name) ?? createSession()
    if (!partitions.has(name)) app.emit('session-created', known)
    partitions.set(name, known)
    return known
  },
}

/** Electron's `protocol`: the browser treats loopback as what the scheme is registered as, standard and secure. */
export const protocol = { registerSchemesAsPrivileged: () => undefined }
