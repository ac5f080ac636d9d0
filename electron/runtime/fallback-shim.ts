import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * What Electron's own default app does with `electron <folder> ...`, in the size this project needs: the fallback
 * runtime comes without it. It is an ES module with a top-level await because Electron holds its `ready` event back
 * until such a module has been evaluated, and an app registers its schemes before `ready`.
 */
const MAIN = `import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (given === undefined) {
  process.stderr.write('Usage: electron <folder of an app>\\n')
  process.exit(1)
}
const folder = path.resolve(given)
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
process.defaultApp = true
if (manifest.version) app.setVersion(manifest.version)
app.setName(manifest.productName ?? manifest.name ?? 'Electron')
app.setDesktopName(manifest.desktopName ?? \`\${app.getName()}.desktop\`)
app.setAppPath(folder)
const main = createRequire(path.join(folder, 'package.json')).resolve(path.join(folder, manifest.main ?? 'index.js'))
await import(pathToFileURL(main).href)
`

/** Writes the stand-in for Electron's default app into `folder` (`resources/app` of a runtime). */
export const writeShim = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'default-app', type: 'module', main: 'main.js' }),
  )
  await writeFile(path.join(folder, 'main.js'), MAIN)
}
