import type { SubjectData } from '#shared/domain/privacy.ts'

/** What an export says about itself. */
export interface ExportHead {
  workspace: string
  exportedAt: number
}

/**
 * One CSV field. A text that a spreadsheet would take for a formula gets an apostrophe in front, also behind white space
 * that a spreadsheet skips; quotes are doubled.
 */
export const csvField = (text: string): string => {
  const harmless = /^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n;\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Times end in `at` everywhere: written so that people can read them. */
const readable = (name: string, value: string): string =>
  /(?:_at|At| at)$/.test(name) && /^\d{12,14}$/.test(value) ? new Date(Number(value)).toISOString() : value

/** One line per field: section, record, field, value. With a byte order mark, so that spreadsheets read UTF-8. */
export const subjectCsv = ({ sections }: SubjectData): string => {
  const lines = sections.flatMap(({ what, records }) =>
    records.flatMap((record, index) =>
      record.map(({ name, value }) => [what, String(index + 1), name, readable(name, value)]),
    ),
  )
  return `\ufeff${[['section', 'record', 'field', 'value'], ...lines].map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`
}

/** A record as an object without prototype: a field may be called anything. */
const objectOf = (record: { name: string; value: string }[]): object =>
  Object.assign(Object.create(null), Object.fromEntries(record.map(({ name, value }) => [name, readable(name, value)])))

/** The whole export as indented JSON. */
export const subjectJson = (head: ExportHead, data: SubjectData): string =>
  `${JSON.stringify(
    {
      about: 'Everything that postpress Inspector keeps about one person on one provider.',
      workspace: head.workspace,
      exportedAt: new Date(head.exportedAt).toISOString(),
      provider: data.provider,
      postpressIds: data.postpressIds,
      sections: data.sections.map(({ what, records }) => ({ what, records: records.map(objectOf) })),
    },
    null,
    2,
  )}\n`
