import type { Failure } from '../domain/errors.ts'

/** Errors cross IPC as values: Electron mangles thrown ones. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Failure }
