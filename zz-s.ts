import { createStore } from './electron/cache/statements.ts'
import { openReader } from './electron/cache/open.ts'
import { listAttendees } from './electron/cache/search.ts'
import { forgetAnswers } from './electron/cache/memo.ts'
import { benchSearch } from './e2e/bench/search.ts'
const db = openReader(process.argv[2]!); const store = createStore(db)
const f = benchSearch((q, c) => listAttendees(store, q, c), Number(process.argv[3]), () => forgetAnswers(store))
const { by_kind, ...rest } = f; console.log(JSON.stringify(rest)); console.table(by_kind)
