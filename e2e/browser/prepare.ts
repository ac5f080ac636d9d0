import { ensureBuilt } from '../../electron/runtime/build-app.ts'
import { systemChromium } from '../../electron/runtime/system-chromium.ts'

/** Playwright's global setup: there is a Chromium, and the app is built. Tests and their processes inherit its path. */
const prepare = async (): Promise<void> => {
  const { executablePath, version } = await systemChromium()
  process.env['INSPECTOR_CHROMIUM'] = executablePath
  process.stdout.write(`The window runs in ${version}.\n`)
  await ensureBuilt()
}

export default prepare
