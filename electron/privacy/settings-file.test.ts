import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULTS, openPrivacyChoices } from './settings-file.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-choices-'))
  file = join(folder, 'privacy.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('privacy choices', () => {
  it('are the careful ones until somebody chooses, and kept for their owner only', () => {
    const choices = openPrivacyChoices(file)
    expect(choices.of(null)).toEqual(DEFAULTS)
    choices.save('a', { ...DEFAULTS, lockMinutes: 5, retentionDays: 90 })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const again = openPrivacyChoices(file)
    expect(again.of('a')).toEqual({ ...DEFAULTS, lockMinutes: 5, retentionDays: 90 })
    // The lock is the app's, how long people are kept is the workspace's.
    expect(again.of('b')).toEqual({ ...DEFAULTS, lockMinutes: 5 })
    again.drop('a')
    expect(openPrivacyChoices(file).of('a').retentionDays).toBe(30)
  })

  it('are the careful ones when the file is damaged', () => {
    for (const text of [
      '',
      '{"version":1',
      '{"version":2}',
      '{"version":1,"app":{"lockMinutes":7},"retentionDays":{}}',
    ]) {
      writeFileSync(file, text)
      expect(openPrivacyChoices(file).of('a')).toEqual(DEFAULTS)
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
  })
})
