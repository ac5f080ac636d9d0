import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { packageFolder, projectRoot } from './project.ts'

/** Folders whose code is in the app that people install. Tests, the development runtime and the simulator's command line are not. */
const SHIPPED = ['shared', 'electron', 'renderer']
const LEFT_OUT = /\.test\.tsx?$|(?:^|\/)testing\/|^electron\/runtime\/|\.d\.ts$/

const IMPORT = /(?:from|import)\s*\(?\s*'(@?[a-z][\w./:-]*)'/g

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** The packages that the app's own code imports: what is bundled into it or installed beside it. */
export const shippedPackages = (): string[] => {
  const found = new Set<string>()
  for (const folder of SHIPPED)
    for (const entry of readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name)
      const name = path.relative(projectRoot, file)
      if (!entry.isFile() || !/\.tsx?$/.test(name) || LEFT_OUT.test(name)) continue
      for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(IMPORT))
        if (!specifier.startsWith('node:') && specifier !== 'electron') found.add(packageOf(specifier))
    }
  return [...found].sort()
}

export interface ShippedPackage {
  name: string
  version: string
  licence: string
}

/** Name, version and licence as the installed package says them. Throws when it is not installed. */
export const describePackage = (name: string): ShippedPackage => {
  const manifest = JSON.parse(readFileSync(path.join(packageFolder(name), 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
  }
  return { name: manifest.name, version: manifest.version, licence: manifest.license ?? 'none' }
}

/** The shipped packages as a CycloneDX 1.6 bill of materials. */
export const billOfMaterials = (app: { name: string; version: string }): object => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', name: app.name, version: app.version } },
  components: [...shippedPackages(), 'electron'].map(describePackage).map(({ name, version, licence }) => ({
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: [{ license: { id: licence } }],
  })),
})

/** Writes the bill of materials beside what is packaged: dist/sbom.cdx.json. */
export const writeBill = async (): Promise<void> => {
  const app = JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8')) as {
    name: string
    version: string
  }
  await mkdir(path.join(projectRoot, 'dist'), { recursive: true })
  await writeFile(path.join(projectRoot, 'dist', 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(app), null, 2)}\n`)
}
