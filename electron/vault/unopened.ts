import { AppError } from '#shared/domain/errors.ts'
import type { UnopenedReason } from '#shared/domain/workspaces.ts'

/** A workspace that stays closed until a person does something about it; nothing of it was changed. */
export class Unopened extends AppError {
  readonly reason: UnopenedReason

  constructor(reason: UnopenedReason, message: string, advice: string, cause?: unknown) {
    super('no-key', message, { advice, cause })
    this.name = 'Unopened'
    this.reason = reason
  }
}
