import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import { failureOf } from '../threads/storage-failure.ts'
import { createLateNotebook } from '../workspaces/late-notebook.ts'
import { createMethods } from './methods.ts'
import type { OpenedNotebook } from './notebook.ts'
import { openNotebook } from './open.ts'
import { startNotebook } from './thread.ts'

/** Only asked, never opened or copied by itself. */
const lateNotebook = (open: () => Promise<OpenedNotebook>) =>
  createLateNotebook(open, { now: Date.now, after: () => () => undefined }, (error) => {
    throw error
  })
const NOTEBOOK = { name: 'notebook', whenDamaged: '' }
const workerUrl = new URL('./worker.ts', import.meta.url)
const LONG = 'note '.repeat(40_000)

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-room-'))
  file = join(folder, 'a.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const thrownBy = (action: () => unknown): unknown => {
  try {
    action()
  } catch (error) {
    return error
  }
  throw new Error('It went through.')
}

describe('a notebook without room to grow', () => {
  it('refuses a change whole, with what to do, and takes it once there is room', () => {
    const { db } = openNotebook({ file, key: null })
    const notebook = createMethods(db, 'ada')
    notebook.addCase({ id: 'a', title: 'Title', ticket: '' }, 1)
    const lines = notebook.auditPage({ before: null, limit: 10, subjectId: null }).entries.length
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
    const refused = thrownBy(() => notebook.changeCase('a', { notes: LONG, closedAt: 2 }, 2))
    expect(failureOf(refused, NOTEBOOK)).toMatchObject({
      kind: 'storage',
      advice: 'The disk is full: free some space.',
      retryable: true,
    })
    expect(notebook.readCase('a').case).toMatchObject({ notes: '', closedAt: null, changedAt: 1 })
    expect(notebook.auditPage({ before: null, limit: 10, subjectId: null }).entries).toHaveLength(lines)
    db.pragma('max_page_count = 1000000')
    notebook.changeCase('a', { notes: LONG, closedAt: 2 }, 2)
    expect(notebook.readCase('a').case).toMatchObject({ notes: LONG, closedAt: 2 })
    db.close()
  })
})

/** Another program that holds the file until its input ends. */
const HOLDER = `
  import Database from 'better-sqlite3'
  const db = new Database(process.argv[1])
  db.pragma('locking_mode = EXCLUSIVE')
  db.exec('BEGIN EXCLUSIVE')
  process.stdout.write('held')
  process.stdin.resume().on('end', () => { db.exec('ROLLBACK'); db.close() })
`

describe('a notebook that another program uses', () => {
  it('is refused with words, stays as it is, and is there for the next call once it is free', {
    timeout: 120_000,
  }, async () => {
    const made = openNotebook({ file, key: null })
    createMethods(made.db, 'ada').addCase({ id: 'a', title: 'Title', ticket: '' }, 1)
    made.db.close()
    const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, file], {
      cwd: import.meta.dirname,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    const late = lateNotebook(() => startNotebook({ workerUrl, file, key: null, actor: 'ada' }))
    await late.tried()
    expect(await late.told).toMatch(/Another program uses the notebook: close it\./)
    const freed = new Promise((resolve) => holder.once('exit', resolve))
    holder.stdin.end()
    await freed
    expect((await (await late.get()).cases()).map(({ title }) => title)).toEqual(['Title'])
    await late.close()
    expect(readdirSync(folder).filter((name) => !name.includes('.backup-'))).toEqual(['a.sqlite'])
  })

  it('that a newer version wrote is not tried again', async () => {
    let tries = 0
    const newer = new AppError('storage', 'newer')
    const late = lateNotebook(async () => {
      tries += 1
      throw newer
    })
    await expect(late.get()).rejects.toBe(newer)
    await expect(late.get()).rejects.toBe(newer)
    expect(tries).toBe(1)
    await late.close()
  })
})

it('a notebook whose replacement was cut off is recovered by the next opening', () => {
  const made = openNotebook({ file, key: null })
  createMethods(made.db, 'ada').addCase({ id: 'a', title: 'Title', ticket: '' }, 1)
  made.db.close()
  // As a kill leaves it: the damaged file is aside, and the new one is empty.
  const bytes = readFileSync(file)
  bytes.writeUInt8(255, 19)
  writeFileSync(`${file}.damaged-7`, bytes)
  rmSync(file)
  openNotebook({ file, key: null }).db.close()
  writeFileSync(`${file}.replacing`, 'a.sqlite.damaged-7')
  const { db, told } = openNotebook({ file, key: null })
  expect(told).toMatch(/All its cases/)
  expect(createMethods(db, 'ada').cases()).toHaveLength(1)
  db.close()
})
