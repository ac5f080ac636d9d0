import { describe, expect, it } from 'vitest'
import { describeError, redact } from './log.ts'

describe('redact', () => {
  it.each([
    ['user jane.doe@example.com failed', 'user <address> failed'],
    ['jid 33600000000@s.whatsapp.net', 'jid <address>'],
    ['call +33 6 00 00 00 00 now', 'call <number> now'],
    ['id ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk', 'id <id>'],
    ['page 3 of 12', 'page 3 of 12'],
  ])('%s', (text, wanted) => expect(redact(text)).toBe(wanted))
})

describe('describeError', () => {
  it('keeps class and frames, drops the message', () => {
    const text = describeError(new TypeError('secret of Jane'))
    expect(text).toContain('TypeError')
    expect(text).not.toContain('Jane')
  })
})
