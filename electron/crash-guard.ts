/** What to do with a window whose process has died. */
export type Recovery = 'reload' | 'explain' | 'give-up'

/** Crashes further apart than this have nothing to do with each other. */
const SPAN_MS = 60_000

/** So many crashes within the span are answered with a new start of the page. */
const RELOADS = 3

/**
 * Decides after each crash: the page is loaded again, until it has crashed too often within a minute; then a plain page
 * without scripts explains; when even that one crashes, nothing in a window can help.
 * @param now the time in ms
 */
export const createCrashGuard = (now: () => number = Date.now): { crashed: () => Recovery } => {
  let recent: number[] = []
  return {
    crashed: () => {
      const at = now()
      recent = [...recent.filter((before) => at - before < SPAN_MS), at]
      if (recent.length <= RELOADS) return 'reload'
      return recent.length === RELOADS + 1 ? 'explain' : 'give-up'
    },
  }
}
