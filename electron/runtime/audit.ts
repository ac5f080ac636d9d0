/** What `npm audit` came to. `unanswered`: there was no endpoint to ask, so nothing was proven either way. */
export interface AuditResult {
  outcome: 'clean' | 'vulnerable' | 'unanswered'
  measured: string
}

interface Report {
  message?: string
  metadata?: { vulnerabilities?: Record<string, number>; dependencies?: { total?: number } }
}

const parsed = (output: string): Report | null => {
  try {
    return JSON.parse(output) as Report
  } catch {
    return null
  }
}

const unanswered = (why: string): AuditResult => ({
  outcome: 'unanswered',
  measured: `NOT RUN, counted neither way: ${why}`,
})

/** Reads the output of `npm audit --json`. */
export const readAudit = (output: string): AuditResult => {
  const report = parsed(output)
  if (report === null) return unanswered('npm answered nothing that could be read')
  const counts = report.metadata?.vulnerabilities
  if (counts === undefined)
    // Without addresses: they say more of the machine than of the project.
    return unanswered(
      `the audit endpoint did not answer (${/^\d{3}[^-]*/.exec(report.message ?? '')?.[0].trim() ?? 'no network'})`,
    )
  const found = Object.entries(counts).filter(([severity, count]) => severity !== 'total' && count > 0)
  const total = `${report.metadata?.dependencies?.total ?? '?'} packages`
  return found.length === 0
    ? { outcome: 'clean', measured: `no known vulnerability in ${total}` }
    : { outcome: 'vulnerable', measured: `${found.map(([severity, n]) => `${n} ${severity}`).join(', ')} in ${total}` }
}
