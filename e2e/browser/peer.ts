/** What a window asks main, and the test about main. */
export interface AsksMain {
  /** A call of the page, as it crosses Electron's bridge. */
  invoke: { channel: string; input: unknown; frame: { url: string; parent: boolean } }
  /** A function of a test, with Electron as its first argument. */
  evaluate: { source: string; argument: unknown }
  quit: null
}

/** What main asks the browser that shows its window. */
export interface AsksBrowser {
  /** The page is served at `origin`, and a window wants to show `path` of it. */
  load: { origin: string; path: string }
  reload: null
  send: { channel: string; payload: unknown }
  /** The window's content, in screen pixels, and how large it is shown. */
  resize: { width: number; height: number; zoom: number }
  clearStorage: null
  /** Answers with a PNG, base64. */
  capture: null
}

/** How messages reach the other process. */
export interface Line {
  send(message: unknown): void
  listen(heard: (message: unknown) => void): void
}

export type Answers<A> = { [N in keyof A]: (payload: A[N]) => unknown }

type Message =
  | { kind: 'ask'; id: number; name: string; payload: unknown }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'refusal'; id: number; message: string }

/**
 * Connects two processes: each answers the other's questions, in the order in which they were asked when answering takes
 * no time. An answer that fails rejects the question with its message.
 */
export const connect = <Mine, Theirs>(line: Line, answers: Answers<Mine>) => {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  const reply = async ({ id, name, payload }: Extract<Message, { kind: 'ask' }>): Promise<void> => {
    try {
      const value = await answers[name as keyof Mine](payload as Mine[keyof Mine])
      line.send({ kind: 'answer', id, value } satisfies Message)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      line.send({ kind: 'refusal', id, message } satisfies Message)
    }
  }
  line.listen((raw) => {
    const message = raw as Message
    if (message.kind === 'ask') {
      void reply(message)
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') asked?.resolve(message.value)
    else asked?.reject(new Error(message.message))
  })
  return {
    ask: <N extends keyof Theirs & string>(name: N, payload: Theirs[N]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        line.send({ kind: 'ask', id: last, name, payload } satisfies Message)
      }),
    /** Nobody answers any more. */
    hangUp: (why: string): void => {
      for (const { reject } of waiting.values()) reject(new Error(why))
      waiting.clear()
    },
  }
}
