import type { Store } from './statements.ts'

interface Memory {
  version: string
  values: Map<string, unknown>
}

const memories = new WeakMap<Store, Memory>()

/** Answers kept at once; a person looks at a handful of lists. */
const MOST_VALUES = 64

/** Changes with every write, by this connection or another one. */
const versionOf = (store: Store): string =>
  `${store.get<{ data_version: number }>('PRAGMA data_version')?.data_version} ${store.get<{ n: number }>('SELECT total_changes() AS n')?.n}`

/** What `make` answered for `key` since the last write to the database. */
export const remember = <T>(store: Store, key: string, make: () => T): T => {
  const version = versionOf(store)
  let memory = memories.get(store)
  if (memory?.version !== version) {
    memory = { version, values: new Map() }
    memories.set(store, memory)
  }
  if (memory.values.has(key)) return memory.values.get(key) as T
  const oldest = memory.values.keys().next()
  if (memory.values.size >= MOST_VALUES && !oldest.done) memory.values.delete(oldest.value)
  const value = make()
  memory.values.set(key, value)
  return value
}

/** Forgets everything, as a write would: for measurements. */
export const forgetAnswers = (store: Store): void => void memories.delete(store)
