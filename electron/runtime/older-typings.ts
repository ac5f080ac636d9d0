import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { npmPack, unpackArchive } from './npm-pack.ts'
import { announce, cacheFolder, packageFolder, projectRoot } from './project.ts'
import { lastLines, run } from './run.ts'

/**
 * `npm run typecheck:33`: main and preload are checked once more, against the typings of the oldest Electron that they
 * run on. The typings are fetched from npm once; as a dependency the package would download a whole Electron.
 */
const VERSION = '33.2.1'

const typings = async (): Promise<string> => {
  const file = path.join(await cacheFolder(), `electron-${VERSION}.d.ts`)
  if (existsSync(file)) return file
  const work = await mkdtemp(path.join(tmpdir(), 'inspector-typings-'))
  try {
    await unpackArchive(await npmPack(`electron@${VERSION}`, work), work, ['package/electron.d.ts'])
    await copyFile(path.join(work, 'package', 'electron.d.ts'), file)
    return file
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Only in newer versions, and only called where they exist (see vault/keyring.ts). */
const NEWER = `declare namespace Electron {
  interface SafeStorage {
    encryptStringAsync(plainText: string): Promise<Buffer>
    decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>
    isAsyncEncryptionAvailable(): Promise<boolean>
  }
}
`

const folder = path.join(projectRoot, '.tsc', 'electron-33')
await mkdir(folder, { recursive: true })
await copyFile(await typings(), path.join(folder, 'electron.d.ts'))
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
announce(ended.code === 0 ? `main and preload fit Electron ${VERSION} too` : lastLines(ended, 30))
process.exitCode = ended.code === 0 ? 0 : 1
