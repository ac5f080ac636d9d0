/**
 * What a second start can hand over to the running app: Chromium takes 32 KB at once, arguments and folder. A longer hand-over
 * is dropped, the second start waits for an answer that never comes, and ends by killing the running app as unresponsive.
 */
const MOST_BYTES = 16 * 1024

/**
 * The arguments to start with instead, when these are too long to be handed over: those that fit, in their order. Null
 * when all do. No link of the app is that long.
 */
export const fittingArguments = (args: readonly string[]): string[] | null => {
  let left = MOST_BYTES
  const fitting = args.filter((argument) => {
    const bytes = Buffer.byteLength(argument) + 1
    if (bytes > left) return false
    left -= bytes
    return true
  })
  return fitting.length === args.length ? null : fitting
}
