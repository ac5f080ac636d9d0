/** Whether SQLite says that the file itself is wrong: a page that fails its authentication, or does not make sense. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown } | null)?.code ?? ''))
