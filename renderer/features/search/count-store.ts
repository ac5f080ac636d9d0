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

export const countAttendees = ({ text, accountId, reason }: Question): void => counting.ask({ text, accountId, reason })

/** Forgets the counts of the workspace that was left. */
export const resetCounts = (): void => {
  counting.forget()
  useCountStore.setState({ counts: null })
}
