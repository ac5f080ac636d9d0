import { type AsksBrowser, type AsksMain, connect, type Line } from '../peer.ts'

/** The process that holds the browser: it started this one. */
const line: Line = {
  send: (message) => {
    // The test may be over already: then nobody waits for the answer.
    if (process.connected) process.send?.(message)
  },
  listen: (heard) => void process.on('message', heard),
}

const answers: Partial<{ [N in keyof AsksMain]: (payload: AsksMain[N]) => unknown }> = {}

const later =
  <N extends keyof AsksMain>(name: N) =>
  (payload: AsksMain[N]): unknown => {
    const answer = answers[name]
    if (answer === undefined) throw new Error(`Nobody answers ${name} yet.`)
    return answer(payload)
  }

const peer = connect<AsksMain, AsksBrowser>(line, {
  invoke: later('invoke'),
  evaluate: later('evaluate'),
  quit: later('quit'),
})

/** What the page or the test asks is answered by the part of Electron that it is about. */
export const answerFor = <N extends keyof AsksMain>(name: N, answer: (payload: AsksMain[N]) => unknown): void => {
  Object.assign(answers, { [name]: answer })
}

const underWay = new Set<Promise<unknown>>()

/** Asks the browser. Electron answers most of these at once, so nobody waits: see `settled`. */
export const askBrowser = <N extends keyof AsksBrowser>(name: N, payload: AsksBrowser[N]): Promise<unknown> => {
  const asked = peer.ask(name, payload).finally(() => underWay.delete(asked))
  underWay.add(asked)
  return asked
}

/** Resolves when the browser has done everything that it was asked. */
export const settled = async (): Promise<void> => {
  while (underWay.size > 0) await Promise.all(underWay)
}

process.on('disconnect', () => process.exit(0))
