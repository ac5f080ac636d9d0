import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { ReadableStream } from 'node:stream/web'
import { protocol, type Session } from 'electron'

export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://inspector'

/** What the page may do: its own scripts and styles, nothing from the network, no frames, no forms. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

// No cross-origin-opener-policy: nothing can open this page or be opened by it, and the policy would make Chromium start
// a second process for it.
const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** Must run before the app is ready. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    // The compiled page is kept beside the profile: the next start does not parse it again.
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])

/** The file that a request may read, or null: only `app://inspector/...` inside `root`. */
export const fileFor = (requestUrl: string, root: string): string | null => {
  const url = URL.canParse(requestUrl) ? new URL(requestUrl) : null
  if (url === null || `${url.protocol}//${url.host}` !== APP_ORIGIN) return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = normalize(join(root, path === '/' ? 'index.html' : path))
  return file.startsWith(root + sep) ? file : null
}

/** What `protocol.handle` reads of a response. A real one would load Node's HTTP client first: see `lightenRequests`. */
const reply = (status: number, bytes: Uint8Array, type = TYPES['.html']): Response => {
  const headers = Object.entries({ ...HEADERS, 'content-type': type })
  return { status, statusText: '', headers, body: ReadableStream.from([bytes]) } as unknown as Response
}

const notFound = (): Response => reply(404, Buffer.from('Not found'))

/** Serves the built renderer, and nothing else, to one session. `served` is told of each file that was handed out. */
export const serveApp = (session: Session, root: string, served: (file: string) => void): void => {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileFor(request.url, root) : null
    const type = file === null ? undefined : TYPES[extname(file)]
    if (file === null || type === undefined) return notFound()
    try {
      const bytes = new Uint8Array(await readFile(file))
      served(file)
      return reply(200, bytes, type)
    } catch {
      return notFound()
    }
  })
}
