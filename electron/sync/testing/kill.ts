import { killRounds } from './kill-rounds.ts'

/** `node kill.ts [kills]`: exits with 1 when anything was lost, torn or damaged. */
const result = await killRounds(Number(process.argv[2] ?? 200))
const { kills, acknowledged, ...faults } = result
process.stdout.write(
  `${kills} kills, ${acknowledged} acknowledged pages: ${Object.entries(faults)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')}\n`,
)
process.exitCode = Object.values(faults).some((count) => count > 0) ? 1 : 0
