/** What Electron asks of the headers of a request: `get` and `delete`. */
class LightHeaders extends Map<string, string> {
  constructor(init: Record<string, string>) {
    super(Object.entries(init))
  }
}

/** What the app's own protocol reads of a request. */
class LightRequest {
  readonly url: string
  readonly method: string
  constructor(url: string, { method }: { method: string }) {
    this.url = url
    this.method = method
  }
}

/**
 * Lets something light stand in for Node's `Headers` and `Request` while the first page is served. `protocol.handle` makes
 * one of each for every request, and their first use loads Node's whole HTTP client, HTTP/2 included: 40 to 55 ms in which
 * the page waits. Answers the function that puts Node's own back: before anything else could use them. Where Electron
 * keeps its own references, this changes nothing.
 */
export const lightenRequests = (): (() => void) => {
  const standIns = { Headers: LightHeaders, Request: LightRequest }
  const own = Object.keys(standIns).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const)
  for (const [name, value] of Object.entries(standIns))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: false })
  return () => {
    for (const [name, descriptor] of own) if (descriptor) Object.defineProperty(globalThis, name, descriptor)
  }
}
