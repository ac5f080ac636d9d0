import { createMethods } from '/tmp/w/search/electron/cache/methods.ts'
import { openDatabase } from '/tmp/w/search/electron/cache/open.ts'
import { accounts } from '/tmp/w/search/e2e/bench/data.ts'
import { attendees, saveRows, saveChats } from '/tmp/w/search/e2e/bench/fill.ts'
import { rmSync } from 'node:fs'
const N = Number(process.argv[2]); const file = process.argv[3]!
for (const s of ['', '-wal', '-shm']) rmSync(file + s, { force: true })
const db = openDatabase(file); const m = createMethods(db); m.saveAccounts(accounts, 1)
let t = performance.now(); const ms = saveRows(m, attendees(0, N)); console.log('new', Math.round(N / ms * 1000), '/s'); saveChats(m, N); console.log('all', (performance.now() - t) / 1000, 's')
db.pragma('wal_checkpoint(TRUNCATE)'); db.close()
