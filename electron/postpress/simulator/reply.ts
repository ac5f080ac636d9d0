import type { ErrorBody } from './errors.ts'

/** An answer before it is sent: JSON (kept as a value so that faults can change it) or bytes. */
export interface Reply {
  status: number
  headers: Record<string, string>
  json?: unknown
  bytes?: Buffer
}

export const ok = (json: unknown): Reply => ({ status: 200, headers: {}, json })

export const failure = (body: ErrorBody, headers: Record<string, string> = {}): Reply => ({
  status: body.status,
  headers,
  json: body,
})

export const binary = (bytes: Buffer, type: string): Reply => ({
  status: 200,
  headers: { 'content-type': type },
  bytes,
})

export const html = (status: number, title: string): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  bytes: Buffer.from(
    `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  ),
})

/** Headers and body as they go over the wire. */
export const encodeReply = ({ headers, json, bytes }: Reply): { headers: Record<string, string>; body: Buffer } => {
  const body = bytes ?? Buffer.from(JSON.stringify(json))
  const type = bytes === undefined ? { 'content-type': 'application/json; charset=utf-8' } : {}
  return { headers: { ...type, 'cache-control': 'no-store', ...headers }, body }
}
