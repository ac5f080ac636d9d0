import type { AuditEntry } from '#shared/domain/audit.ts'
import type { Notebook } from '../notebook/notebook.ts'
import { csvField } from './subject-files.ts'

const PAGE = 200

/** The whole audit log as CSV, oldest first. */
export const auditCsv = async (notebook: Pick<Notebook, 'auditPage'>): Promise<string> => {
  const entries: AuditEntry[] = []
  let before: number | null = null
  do {
    const page = await notebook.auditPage({ before, limit: PAGE, subjectId: null })
    entries.push(...page.entries)
    before = page.before
  } while (before !== null)
  const lines = entries
    .reverse()
    .map(({ no, at, actor, action, subject }) => [String(no), new Date(at).toISOString(), actor, action, subject ?? ''])
  return `\ufeff${[['no', 'at', 'actor', 'action', 'subject'], ...lines].map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`
}
