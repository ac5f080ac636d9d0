import { describe, expect, it } from 'vitest'
import { explainFailure, readReport } from './preflight.ts'

const VERSIONS = '{"electron":"33.2.1","node":"20.18.1","nodeApi":9}\n'
const ended = { code: null, signal: null, stdout: '', stderr: '', timedOut: false, startError: null }

describe('readReport', () => {
  it('reads the lines between the noise of other libraries', () => {
    const report = readReport(`[1:ERROR:bus.cc] no bus\n${VERSIONS}{"read":true}\n`)
    expect(report).toEqual({ versions: { electron: '33.2.1', node: '20.18.1', nodeApi: 9 }, sqlite: true })
  })

  it('does not take a crash after the first line for success', () => {
    expect(readReport(VERSIONS).sqlite).toBe(false)
  })
})

describe('explainFailure', () => {
  it('names the signal of a crash and the level it comes from', () => {
    const text = explainFailure('/e/electron', '/c/better_sqlite3.node', {
      ...ended,
      signal: 'SIGSEGV',
      stdout: VERSIONS,
    })
    expect(text).toMatch(/\/c\/better_sqlite3\.node.*crashes Electron 33\.2\.1 \(Node-API 9\) with SIGSEGV/)
  })

  it('shows what the system said when the runtime does not even start', () => {
    const text = explainFailure('/e/electron', undefined, { ...ended, startError: 'spawn /e/electron ENOENT' })
    expect(text).toMatch(/could not run a script \(spawn .*ENOENT/)
  })

  it('passes an exception of the library on', () => {
    const text = explainFailure('/e/electron', undefined, {
      ...ended,
      code: 1,
      stdout: VERSIONS,
      stderr: 'Error: no FTS5',
    })
    expect(text).toContain('Error: no FTS5')
  })
})
