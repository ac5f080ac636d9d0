import { AppError, type Failure } from '#shared/domain/errors.ts'

/** What a file is called to people, and what they do when it is damaged. */
export interface StoredThing {
  name: string
  whenDamaged: string
}

/** SQLite's codes say what a person can do; its messages may hold data and stay here. */
export const failureOf = (error: unknown, { name, whenDamaged }: StoredThing): Failure => {
  if (error instanceof AppError) return error.failure
  const code = String((error as { code?: unknown }).code ?? 'unknown')
  const advice: [RegExp, string][] = [
    [/FULL|ENOSPC|EDQUOT|SHMSIZE|IOERR_WRITE/, 'The disk is full: free some space.'],
    [/READONLY|CANTOPEN|PERM|EACCES|EROFS/, 'The data folder cannot be written: check its permissions.'],
    [/BUSY|LOCKED/, `Another program uses the ${name}: close it.`],
    [/CORRUPT|NOTADB/, whenDamaged],
  ]
  const found = advice.find(([pattern]) => pattern.test(code))
  return {
    kind: 'storage',
    message: `The ${name} could not be used (${code}).`,
    advice: found?.[1] ?? 'Restart the app.',
    retryable: found !== undefined,
  }
}
