import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type AfterPackContext, build, type Configuration, DIR_TARGET, Platform } from 'electron-builder'
import { ensureBuilt } from './build-app.ts'
import { type ChosenRuntime, chosenRuntime } from './chosen-runtime.ts'
import { asCommand } from './command.ts'
import { announce, projectRoot } from './project.ts'
import { writeBill } from './shipped-packages.ts'

/**
 * `npm run package`: the unpacked app of this system in dist/ (`--installers`: the installers configured in
 * electron-builder.yml, official Electron only). `--for-tests` leaves the one switch on that Playwright needs and
 * writes to dist/for-tests. What must not reach users carries a file that says so.
 */
const forTests = process.argv.includes('--for-tests')
const installers = process.argv.includes('--installers')

/** Why the result is not for users; undefined when it is. */
const notForRelease = (runtime: ChosenRuntime): string | undefined => {
  if (runtime.kind !== 'official') {
    return `It contains Electron ${runtime.versions.electron}, not the official binary this product is made for. That one may be out of support, with known security holes.`
  }
  return forTests ? 'It accepts a debugger, for automated tests.' : undefined
}

/** A copy of a runtime without what only development needs. */
const releaseCopy = async (runtime: ChosenRuntime, folder: string): Promise<string> => {
  const source = path.dirname(runtime.executablePath)
  const target = path.join(folder, 'electron')
  const left = new Set([path.join(source, 'resources', 'app'), path.join(source, 'complete.json')])
  await cp(source, target, { recursive: true, filter: (file) => !left.has(file) })
  return target
}

/**
 * Beside an archive better-sqlite3 looks only for its prebuilt binary, so one built for this runtime takes that place.
 * The archive's table still holds the other file's size; nothing checks it, and this app is not for users.
 */
const replaceBinding = (binding: string, resources: string): Promise<void> => {
  const prebuilds = path.join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds')
  return cp(binding, path.join(prebuilds, `${process.platform}-${process.arch}.node`))
}

/** What differs from electron-builder.yml on this machine and for this purpose. */
const configure = async (runtime: ChosenRuntime, folder: string): Promise<Configuration> => {
  const reason = notForRelease(runtime)
  const official = path.join(projectRoot, 'node_modules', 'electron', 'dist')
  const { sqliteBinding } = runtime
  return {
    electronVersion: runtime.versions.electron,
    electronDist: runtime.kind === 'official' ? official : await releaseCopy(runtime, folder),
    ...(forTests
      ? { directories: { output: 'dist/for-tests' }, electronFuses: { enableNodeCliInspectArguments: true } }
      : {}),
    afterPack: async ({ appOutDir, packager }: AfterPackContext) => {
      if (sqliteBinding) await replaceBinding(sqliteBinding, packager.getResourcesDir(appOutDir))
      if (reason === undefined) return
      await writeFile(
        path.join(appOutDir, 'NOT-FOR-RELEASE.txt'),
        `Do not give this app to users.
${reason}
`,
      )
    },
  }
}

/** Makes the app, and says loudly when it is not for users. */
const packageApp = async (): Promise<number> => {
  const runtime = await chosenRuntime()
  const reason = notForRelease(runtime)
  if (installers && reason !== undefined)
    throw new Error(`Installers are for users, and this app would not be: ${reason}`)
  await ensureBuilt()
  const work = await mkdtemp(path.join(tmpdir(), 'inspector-package-'))
  try {
    const targets = installers ? {} : { targets: Platform.current().createTarget(DIR_TARGET) }
    await build({ projectDir: projectRoot, config: await configure(runtime, work), publish: null, ...targets })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  await writeBill()
  if (reason !== undefined) announce(`\nNOT FOR RELEASE: ${reason}`)
  return 0
}

await asCommand(packageApp)
