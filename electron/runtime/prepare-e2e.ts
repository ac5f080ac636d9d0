import { ensureBuilt } from './build-app.ts'
import { chosenRuntime } from './chosen-runtime.ts'
import { openDisplay } from './display.ts'

/**
 * Playwright's global setup: the app is built, the Electron to run exists and is proven, and there is a display.
 * Test processes inherit this environment. Answers the function that takes the virtual display down again.
 */
const prepare = async (): Promise<() => Promise<void>> => {
  await chosenRuntime()
  await ensureBuilt()
  const display = await openDisplay()
  Object.assign(process.env, display.env)
  return display.stop
}

export default prepare
