import type { AuditPage } from '#shared/domain/audit.ts'
import type { AuditQuery } from './audit.ts'

/**
 * Everything that main can ask the notebook's thread. Every method is one message and at most one transaction, on disk
 * (fsync) when it is answered. Methods throw AppError `storage` for a full disk or a damaged file. Times are ms.
 */
export interface NotebookMethods {
  /** Adds a line to the audit log. `subjectId` (a person, a case) is kept as a keyed hash; null: nobody in particular. */
  audit(action: string, subjectId: string | null, at: number): void
  auditPage(query: AuditQuery): AuditPage
  /** Deletes pins and links that name somebody by one of these values; answers how many. */
  forgetPerson(values: string[]): number
  /** Small choices of the person for this workspace. */
  readSetting(name: string): string | null
  saveSetting(name: string, value: string): void
}

/** The same methods from the main process: messages to the thread. */
export type Notebook = {
  [M in keyof NotebookMethods]: (...args: Parameters<NotebookMethods[M]>) => Promise<ReturnType<NotebookMethods[M]>>
} & {
  /** What people must be told about its opening: it was damaged, and what became of it. */
  told: string | null
  close(): Promise<void>
}
