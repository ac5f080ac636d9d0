import type { Failure } from '#shared/domain/errors.ts'

/** One call of a method in a thread. */
export interface ThreadRequest {
  id: number
  method: string
  args: unknown[]
}

export type ThreadAnswer =
  | { id: number; value: unknown }
  /** `damaged`: the file itself is wrong, not only this request. */
  | { id: number; failure: Failure; damaged?: boolean }
  /** The file is open; `told` is what its opening has to say. */
  | { ready: true; told?: unknown }
  | { refused: Failure }
