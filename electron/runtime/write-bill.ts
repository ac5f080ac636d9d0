import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project.ts'
import { billOfMaterials, describePackage, shippedPackages } from './shipped-packages.ts'

/** `npm run sbom`: writes dist/sbom.cdx.json (CycloneDX) and prints what is shipped under which licence. */
const app = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  name: string
  version: string
}
mkdirSync(path.join(projectRoot, 'dist'), { recursive: true })
writeFileSync(path.join(projectRoot, 'dist', 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(app), null, 2)}\n`)
for (const name of shippedPackages()) {
  const { version, licence } = describePackage(name)
  process.stdout.write(`${name.padEnd(28)} ${version.padEnd(10)} ${licence}\n`)
}
