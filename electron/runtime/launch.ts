import path from 'node:path'
import { chosenRuntime } from './chosen-runtime.ts'
import { openDisplay } from './display.ts'
import { appEnvironment, openApp } from './open-app.ts'

/** `node electron/runtime/launch.ts <app folder> [arguments]`: opens any Electron app folder with the chosen runtime. */
const [folder, ...args] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Usage: node electron/runtime/launch.ts <app folder> [arguments]\n')
  process.exit(2)
}
const runtime = await chosenRuntime()
const display = await openDisplay()
const app = openApp(runtime, path.resolve(folder), args, appEnvironment(runtime, display))
process.exitCode = await app.ended
display.stop()
