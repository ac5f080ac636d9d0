import { spawn } from 'node:child_process'
import { electronVite } from './build-app.ts'
import { chosenRuntime } from './chosen-runtime.ts'
import { asCommand } from './command.ts'
import { openDisplay } from './display.ts'
import { appEnvironment } from './open-app.ts'
import { projectRoot } from './project.ts'

/** `npm run dev`: electron-vite's development server with hot reload, on the chosen runtime. */
const dev = async (): Promise<number> => {
  const runtime = await chosenRuntime()
  const display = await openDisplay()
  const sandbox: Record<string, string> = runtime.args.includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}
  const env = appEnvironment(runtime, display, { ELECTRON_EXEC_PATH: runtime.executablePath, ...sandbox })
  const args = [electronVite, 'dev', '--watch', ...process.argv.slice(2)]
  const server = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env })
  const forward = (signal: NodeJS.Signals): void => void server.kill(signal)
  process.on('SIGINT', forward)
  process.on('SIGTERM', forward)
  const code = await new Promise<number>((resolve) => server.once('exit', (ended) => resolve(ended ?? 0)))
  await display.stop()
  return code
}

await asCommand(dev)
