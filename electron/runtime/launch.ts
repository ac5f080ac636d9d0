import path from 'node:path'
import { chosenRuntime } from './chosen-runtime.ts'
import { asCommand } from './command.ts'
import { openDisplay } from './display.ts'
import { appEnvironment, openApp } from './open-app.ts'

/** `node electron/runtime/launch.ts <app folder> [arguments]`: opens any Electron app folder with the chosen runtime. */
const launch = async (): Promise<number> => {
  const [folder, ...args] = process.argv.slice(2)
  if (folder === undefined) throw new Error('Usage: node electron/runtime/launch.ts <app folder> [arguments]')
  const runtime = await chosenRuntime()
  const display = await openDisplay()
  const code = await openApp(runtime, path.resolve(folder), args, appEnvironment(runtime, display)).ended
  await display.stop()
  return code
}

await asCommand(launch)
