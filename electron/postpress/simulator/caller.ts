import type { RunningSimulator } from './server.ts'

/** A parsed answer; `items` and `cursor` are there on lists only. */
export interface Answer {
  status: number
  body: { type?: string; items: Record<string, unknown>[]; cursor: string | null } & Record<string, unknown>
}

/** Plain calls to a running simulator, for tests. Paths are below /api/v1. */
export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  /** Status and error type. */
  failure(path: string): Promise<[number, unknown]>
  /** Follows the cursors to the end; keeps `account_id`. */
  allPages(path: string): Promise<Answer[]>
}

export const createCaller = ({ url, key }: RunningSimulator): Caller => {
  const get: Caller['get'] = async (path, headers = { 'x-api-key': key }) => {
    const response = await fetch(`${url}/${path}`, { headers })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  return {
    get,
    failure: async (path) => {
      const { status, body } = await get(path)
      return [status, body.type]
    },
    allPages: async (path) => {
      const pages = [await get(path)]
      const account = /account_id=[^&]+/.exec(path)?.[0] ?? ''
      for (let cursor = pages[0]?.body.cursor; typeof cursor === 'string'; cursor = pages.at(-1)?.body.cursor)
        pages.push(await get(`${path.split('?')[0]}?${account}&cursor=${encodeURIComponent(cursor)}`))
      return pages
    },
  }
}

/** Ids of the items of all pages, in order. */
export const idsOf = (pages: readonly Answer[]): unknown[] =>
  pages.flatMap(({ body }) => body.items.map(({ id }) => id))
