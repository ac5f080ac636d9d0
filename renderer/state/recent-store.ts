import { create } from 'zustand'
import type { Provider } from '#shared/domain/providers.ts'

/** A person who was open in this session. Kept in memory only. */
export interface RecentPerson {
  id: string
  title: string
  provider: Provider
  accountName: string
}

const MOST = 12

interface RecentState {
  people: RecentPerson[]
}

/** The people who were open last, newest first. */
export const useRecentStore = create<RecentState>()(() => ({ people: [] }))

export const rememberPerson = (person: RecentPerson): void =>
  useRecentStore.setState(({ people }) => ({
    people: [person, ...people.filter(({ id }) => id !== person.id)].slice(0, MOST),
  }))

/** Forgets the people of the workspace that was left. */
export const resetRecent = (): void => useRecentStore.setState({ people: [] })
