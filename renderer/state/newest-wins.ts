export interface NewestWins<I> {
  /** Asks for `input`. While an older question is under way, only the newest one waits. */
  ask: (input: I) => void
  /** Drops the waiting question and the answer under way. */
  forget: () => void
  /** Resolves once the newest question has its answer (at once when nothing is under way). */
  idle: () => Promise<void>
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
  let waiting: { input: I; ticket: number } | null = null
  let work: Promise<void> | null = null
  const drain = async (): Promise<void> => {
    while (waiting !== null) {
      const { input, ticket }: { input: I; ticket: number } = waiting
      waiting = null
      const output = await run(input)
      if (ticket === newest) accept(output, input)
    }
    work = null
  }
  return {
    ask(input) {
      newest += 1
      waiting = { input, ticket: newest }
      work ??= drain()
    },
    forget() {
      newest += 1
      waiting = null
    },
    idle: () => work ?? Promise.resolve(),
  }
}
