/** What becomes of typed text: not sent yet, on its way, on disk, or refused. */
export type SaveState = 'waiting' | 'saving' | 'saved' | 'failed'

interface Entry {
  value: string
  /** Counts changes: an answer to an older one says nothing about the newest. */
  version: number
  state: SaveState
  timer: ReturnType<typeof setTimeout> | null
}

export interface AutosaveParts {
  /** A change is sent at the latest so many ms after it was made. */
  delay: number
  /** Saves a value; false: it was refused. Calls must arrive in the order in which they are made. */
  save: (key: string, value: string) => Promise<boolean>
  changed: (key: string, state: SaveState) => void
}

/** Saves texts while they are typed. Nothing is lost as long as `flush` is called before the page goes. */
export interface Autosave {
  change(key: string, value: string): void
  /** What is not on disk yet; undefined: nothing. It is newer than what any read answers. */
  pending(key: string): string | undefined
  /** Sends everything that waits or was refused, before it returns. */
  flush(): void
  /** Forgets texts that are gone for good. */
  forget(): void
}

export const createAutosave = ({ delay, save, changed }: AutosaveParts): Autosave => {
  const entries = new Map<string, Entry>()
  const turn = (key: string, entry: Entry, state: SaveState): void => {
    entry.state = state
    changed(key, state)
  }
  const send = (key: string, entry: Entry): void => {
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = null
    const { version, value } = entry
    turn(key, entry, 'saving')
    void save(key, value).then((done) => {
      // Typed on meanwhile, or forgotten: the newer change has its own answer.
      if (entry.version !== version || entries.get(key) !== entry) return
      turn(key, entry, done ? 'saved' : 'failed')
      if (done) entries.delete(key)
    })
  }
  return {
    change: (key, value) => {
      const entry = entries.get(key) ?? { value, version: 0, state: 'waiting', timer: null }
      entry.value = value
      entry.version += 1
      entries.set(key, entry)
      turn(key, entry, 'waiting')
      entry.timer ??= setTimeout(() => send(key, entry), delay)
    },
    pending: (key) => entries.get(key)?.value,
    flush: () => {
      for (const [key, entry] of entries) if (entry.state !== 'saving') send(key, entry)
    },
    forget: () => {
      for (const { timer } of entries.values()) if (timer !== null) clearTimeout(timer)
      entries.clear()
    },
  }
}
