import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { OLDEST_ELECTRON, oldestTypings } from './electron-typings.ts'
import { announce, packageFolder, projectRoot } from './project.ts'
import { lastLines, run } from './run.ts'

/** Only in newer versions, and only called where they exist (see vault/keyring.ts). */
const NEWER = `declare namespace Electron {
  interface SafeStorage {
    encryptStringAsync(plainText: string): Promise<Buffer>
    decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>
    isAsyncEncryptionAvailable(): Promise<boolean>
  }
}
`

/** `npm run typecheck:33`: main and preload are checked once more, against the typings of the oldest Electron that they run on. */
const folder = path.join(projectRoot, '.tsc', 'electron-33')
await mkdir(folder, { recursive: true })
await copyFile(await oldestTypings(), path.join(folder, 'electron.d.ts'))
await writeFile(path.join(folder, 'newer.d.ts'), NEWER)
await writeFile(
  path.join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../tsconfig.base.json',
    compilerOptions: {
      composite: false,
      incremental: false,
      noEmit: true,
      emitDeclarationOnly: false,
      lib: ['es2024'],
      types: ['node'],
      typeRoots: ['../../node_modules/@types'],
      paths: { electron: ['./electron.d.ts'] },
    },
    files: ['electron.d.ts', 'newer.d.ts', '../../electron/main.ts', '../../electron/preload.ts'],
  }),
)
const tsc = path.join(packageFolder('typescript'), 'bin/tsc')
const ended = await run(process.execPath, [tsc, '-p', folder], { cwd: projectRoot })
announce(ended.code === 0 ? `main and preload fit Electron ${OLDEST_ELECTRON} too` : lastLines(ended, 30))
process.exitCode = ended.code === 0 ? 0 : 1
