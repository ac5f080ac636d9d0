import { describePackage, shippedPackages, writeBill } from './shipped-packages.ts'

/** `npm run sbom`: writes dist/sbom.cdx.json (CycloneDX) and prints what is shipped under which licence. */
await writeBill()
for (const name of shippedPackages()) {
  const { version, licence } = describePackage(name)
  process.stdout.write(`${name.padEnd(28)} ${version.padEnd(10)} ${licence}\n`)
}
