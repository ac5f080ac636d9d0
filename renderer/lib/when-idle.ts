/** Longest wait for a moment without work, ms. */
const IDLE_MS = 500

/** Resolves once the window has nothing else to do: what is on its way to the screen goes first. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: IDLE_MS })
  })
