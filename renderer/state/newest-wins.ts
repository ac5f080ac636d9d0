export interface NewestWins<I> {
  /** Asks for `input`. While an older question is under way, only the newest one waits. */
  ask: (input: I) => void
  /** Drops the waiting question and the answer under way. */
  forget: () => void
}

/**
 * At most one question under way, at most one waiting, and only the newest question's answer is accepted:
 * fast typing never builds a queue and never shows an old answer. `run` must not reject.
 */
export const newestWins = <I, O>(
  run: (input: I) => Promise<O>,
  accept: (output: O, input: I) => void,
): NewestWins<I> => {
  let newest = 0
  let running = false
  let waiting: { input: I; ticket: number } | null = null
  const start = async (input: I, ticket: number): Promise<void> => {
    running = true
    const output = await run(input)
    running = false
    if (ticket === newest) accept(output, input)
    if (waiting === null || running) return
    const next = waiting
    waiting = null
    await start(next.input, next.ticket)
  }
  return {
    ask(input) {
      newest += 1
      if (running) waiting = { input, ticket: newest }
      else void start(input, newest)
    },
    forget() {
      newest += 1
      waiting = null
    },
  }
}
