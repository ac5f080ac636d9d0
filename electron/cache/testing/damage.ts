import { damageRounds } from './damages.ts'

/** `node damage.ts [damages]`: exits with 1 when a damaged cache was not usable again within 5 s. */
const { damages, unharmed, rebuilt, failed, slowestMs } = await damageRounds(Number(process.argv[2] ?? 200))
process.stdout.write(
  `${damages} damages: ${unharmed} without harm, ${rebuilt} rebuilt and told, ${failed.length} failed, slowest ${slowestMs} ms\n${failed.map((line) => `  ${line}\n`).join('')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1
