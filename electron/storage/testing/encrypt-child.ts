import { encryptDatabase } from '../encrypt-database.ts'

/** The key of the tests' databases. */
export const TEST_KEY = Buffer.alloc(32, 7)

// Encrypts argv[2] and is killed before the step argv[3]: no handler runs, nothing is tidied up.
const [, , file, at] = process.argv
if (file !== undefined && at !== undefined && import.meta.filename === process.argv[1])
  encryptDatabase(file, TEST_KEY, {
    onStep: (step) => {
      if (step === at) process.kill(process.pid, 'SIGKILL')
    },
  })
