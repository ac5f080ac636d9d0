import { create } from 'zustand'
import type { AttendeeQuery, TabCounts } from '#shared/domain/attendees.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from '../../state/api.ts'
import { newestWins } from '../../state/newest-wins.ts'

type Question = Pick<AttendeeQuery, 'text' | 'accountId' | 'reason'>

interface CountState {
  /** null before the first answer, and while they cannot be read: no number is better than a wrong one. */
  counts: TabCounts | null
}

/** How many attendees each tab has under the same text, account and reason. */
export const useCountStore = create<CountState>()(() => ({ counts: null }))

const counting = newestWins<Question, Outcome<TabCounts>>(
  (question) => ask((api) => api.attendees.count(question)),
  (outcome) => useCountStore.setState({ counts: outcome.ok ? outcome.value : null }),
)

/** Numbers on tabs are read after a word is typed, not with every letter: rows go first. ms. */
const TYPING_MS = 120

let asked: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Counts for a question: at once, or when typing pauses if only the text changed. */
export const countAttendees = ({ text, accountId, reason }: Question): void => {
  clearTimeout(timer)
  const ask = (): void => counting.ask({ text, accountId, reason })
  if (asked !== null && asked !== text && text !== '') timer = setTimeout(ask, TYPING_MS)
  else ask()
  asked = text
}

/** Resolves once the numbers that were asked for are there. */
export const whenCounted = (): Promise<void> => counting.idle()

/** Forgets the counts of the workspace that was left. */
export const resetCounts = (): void => {
  clearTimeout(timer)
  asked = null
  counting.forget()
  useCountStore.setState({ counts: null })
}
