import type { AuditPage } from '#shared/domain/audit.ts'
import type { AuditQuery } from './audit.ts'
import type { StoredCase } from './cases.ts'
import type { StoredLink } from './links.ts'
import type { StoredPin } from './pins.ts'

/**
 * Everything that main can ask the notebook's thread. Every method is one message and at most one transaction, on disk
 * (fsync) when it is answered. Methods throw AppError `storage` for a full disk or a damaged file, `not-found` for a case
 * or a pin that is gone. Times are ms.
 */
export interface NotebookMethods {
  /** Adds a line to the audit log. `subjectId` (a person, a case) is kept as a keyed hash; null: nobody in particular. */
  audit(action: string, subjectId: string | null, at: number): void
  auditPage(query: AuditQuery): AuditPage
  /** Small choices of the person for this workspace. */
  readSetting(name: string): string | null
  saveSetting(name: string, value: string): void

  cases(): StoredCase[]
  readCase(id: string): { case: StoredCase; pins: StoredPin[] }
  addCase(added: { id: string; title: string; ticket: string }, at: number): StoredCase
  changeCase(
    id: string,
    change: Partial<Pick<StoredCase, 'title' | 'ticket' | 'notes' | 'closedAt'>>,
    at: number,
  ): StoredCase
  /** With null it is back. What is removed is deleted for good when the notebook opens next. */
  removeCase(id: string, removedAt: number | null, at: number): void
  pin(caseId: string, pin: StoredPin, at: number): void
  annotate(caseId: string, key: string, note: string, at: number): void
  /** With null the pin is back. */
  removePin(caseId: string, key: string, removedAt: number | null, at: number): void
  /** Cases that hold a person under any of these keys. */
  casesHolding(keys: string[]): Pick<StoredCase, 'id' | 'title' | 'closedAt'>[]

  /** Everything that was decided about a person under any of these keys. */
  links(keys: string[]): StoredLink[]
  /** Decides about two people in place of earlier decisions; `link` null takes the decision back. */
  decide(ones: string[], others: string[], link: Omit<StoredLink, 'one' | 'other'> | null, at: number): void

  /**
   * Deletes the pins of and decisions about a person under any of these keys, also from every copy of the file, and
   * returns how many there were. Notes stay: they are what somebody wrote.
   */
  forgetPerson(keys: string[]): number
  /** Copies the file when its newest copy is a day old. */
  copyDaily(at: number): void
}

/** The same methods from the main process: messages to the thread. */
export type Notebook = {
  [M in keyof NotebookMethods]: (...args: Parameters<NotebookMethods[M]>) => Promise<ReturnType<NotebookMethods[M]>>
}

/** A notebook that was opened just now. */
export type OpenedNotebook = Notebook & {
  /** What people must be told about its opening: it was damaged, and what became of it. */
  told: string | null
  close(): Promise<void>
}
