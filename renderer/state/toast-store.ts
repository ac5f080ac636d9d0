import { create } from 'zustand'
import type { Failure } from '#shared/domain/errors.ts'

export interface Toast {
  id: number
  title: string
  advice: string | null
  failure: Failure
}

/** More than this and the oldest leaves. */
const MOST = 3

interface ToastState {
  toasts: Toast[]
  dismiss: (id: number) => void
}

let nextId = 1

/** Messages about actions that failed. They stay until dismissed or pushed out. */
export const useToastStore = create<ToastState>()((set) => ({
  toasts: [],
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}))

/** Tells the person that an action failed. The same message is shown once, not stacked. */
export const tellFailure = (action: string, failure: Failure): void => {
  const title = `${action} ${failure.message}`
  useToastStore.setState((state) => ({
    toasts: [
      ...state.toasts.filter((toast) => toast.title !== title),
      { id: nextId++, title, advice: failure.advice ?? null, failure },
    ].slice(-MOST),
  }))
}
