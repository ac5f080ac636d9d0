import { create } from 'zustand'
import type { Failure } from '#shared/domain/errors.ts'

export interface Toast {
  id: number
  title: string
  advice: string | null
  /** What failed; it stays until it is dismissed. Null: something was done. */
  failure: Failure | null
  /** What can be done about it, or taken back. */
  action: { label: string; run: () => void } | null
}

/** More than this and the oldest leaves. */
const MOST = 3

interface ToastState {
  toasts: Toast[]
  dismiss: (id: number) => void
}

let nextId = 1

/** Messages about what was done or failed, newest last. */
export const useToastStore = create<ToastState>()((set) => ({
  toasts: [],
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}))

/** The same message is shown once, not stacked. */
const show = (toast: Omit<Toast, 'id'>): void =>
  useToastStore.setState((state) => ({
    toasts: [...state.toasts.filter(({ title }) => title !== toast.title), { id: nextId++, ...toast }].slice(-MOST),
  }))

/** Tells the person that an action failed. */
export const tellFailure = (action: string, failure: Failure): void =>
  show({ title: `${action} ${failure.message}`, advice: failure.advice ?? null, failure, action: null })

/** Tells the person what was done, with a way to take it back or go on. */
export const tell = (done: Pick<Toast, 'title' | 'advice' | 'action'>): void => show({ ...done, failure: null })

/** Forgets what was told about the workspace that was left. */
export const resetToasts = (): void =>
  useToastStore.setState(({ toasts }) => ({ toasts: toasts.filter(({ failure }) => failure !== null) }))
