import { describe, expect, it } from 'vitest'
import type { SubjectData } from '#shared/domain/privacy.ts'
import { csvField, subjectCsv, subjectJson } from './subject-files.ts'

describe('a CSV field', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+33600000000', `'+33600000000`],
    ['-1', `'-1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['  =1+1', `'  =1+1`],
    ['\u202e=1+1', `'\u202e=1+1`],
    ['＝1+1', `'＝1+1`],
    ['\t=1', `"'\t=1"`],
    ['Jane, "JD"\nDoe', `"Jane, ""JD""\nDoe"`],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j', (text, wanted) => expect(csvField(text)).toBe(wanted))
})

describe('the export of a person', () => {
  const data: SubjectData = {
    provider: 'linkedin',
    postpressIds: ['p1'],
    sections: [
      {
        what: 'attendees',
        records: [
          [
            { name: 'name', value: '=cmd|calc' },
            { name: '__proto__', value: 'polluted' },
            { name: 'first_seen_at', value: '1767225600000' },
          ],
        ],
      },
    ],
  }

  it('is a line per field, safe for spreadsheets, with times that can be read', () => {
    const lines = subjectCsv(data).split('\r\n')
    expect(lines[0]).toBe('\ufeffsection,record,field,value')
    expect(lines[1]).toBe(`attendees,1,name,'=cmd|calc`)
    expect(lines[3]).toBe('attendees,1,first_seen_at,2026-01-01T00:00:00.000Z')
  })

  it('is JSON that says what it is, and a field named like a prototype is a field', () => {
    const text = subjectJson({ workspace: 'Test', exportedAt: 0 }, data)
    expect(JSON.parse(text)).toMatchObject({ workspace: 'Test', exportedAt: '1970-01-01T00:00:00.000Z' })
    expect(text).toContain('polluted')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})
