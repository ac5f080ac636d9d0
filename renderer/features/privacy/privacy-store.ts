import { create } from 'zustand'
import type { AuditEntry } from '#shared/domain/audit.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { ForgottenPerson, PrivacySettings } from '#shared/domain/privacy.ts'
import { ask } from '../../state/api.ts'
import { tellFailure } from '../../state/toast-store.ts'

interface PrivacyState {
  settings: PrivacySettings | null
  forgotten: ForgottenPerson[] | null
  audit: { entries: AuditEntry[]; before: number | null } | null
  failure: Failure | null
}

const EMPTY: PrivacyState = { settings: null, forgotten: null, audit: null, failure: null }

/** What the privacy page shows. */
export const usePrivacyStore = create<PrivacyState>()(() => EMPTY)

export const resetPrivacy = (): void => usePrivacyStore.setState(EMPTY)

const loadForgotten = async (): Promise<void> => {
  const outcome = await ask((api) => api.privacy.forgotten(null))
  if (outcome.ok) usePrivacyStore.setState({ forgotten: outcome.value })
  else usePrivacyStore.setState({ failure: outcome.error })
}

const loadAudit = async (): Promise<void> => {
  const outcome = await ask((api) => api.privacy.audit({ before: null }))
  if (outcome.ok) usePrivacyStore.setState({ audit: outcome.value })
  else usePrivacyStore.setState({ failure: outcome.error })
}

/** Reads everything on the page. */
export const loadPrivacy = async (): Promise<void> => {
  usePrivacyStore.setState({ failure: null })
  const settings = await ask((api) => api.privacy.settings(null))
  usePrivacyStore.setState(settings.ok ? { settings: settings.value } : { failure: settings.error })
  await Promise.all([loadForgotten(), loadAudit()])
}

/** Reads the next older entries of the audit log. */
export const loadOlderAudit = async (): Promise<void> => {
  const { audit } = usePrivacyStore.getState()
  const before = audit?.before ?? null
  if (audit === null || before === null) return
  const outcome = await ask((api) => api.privacy.audit({ before }))
  if (!outcome.ok) return tellFailure('The audit log was not read.', outcome.error)
  const { entries } = outcome.value
  usePrivacyStore.setState({ audit: { entries: [...audit.entries, ...entries], before: outcome.value.before } })
}

/** Changes one choice. Shown at once, and taken back when main refuses. */
export const choose = async (part: Partial<PrivacySettings>): Promise<void> => {
  const before = usePrivacyStore.getState().settings
  if (before === null) return
  const settings = { ...before, ...part }
  usePrivacyStore.setState({ settings })
  const outcome = await ask((api) => api.privacy.saveSettings(settings))
  usePrivacyStore.setState({ settings: outcome.ok ? outcome.value : before })
  if (outcome.ok) await loadAudit()
  else tellFailure('Not changed.', outcome.error)
}

/** Lets the next sync bring somebody back. Answers how many people that is; null when it failed. */
export const allowAgain = async (who: { no: number } | { text: string }): Promise<number | null> => {
  const outcome = await ask((api) => api.privacy.allowAgain(who))
  if (!outcome.ok) {
    tellFailure('Not allowed again.', outcome.error)
    return null
  }
  await Promise.all([loadForgotten(), loadAudit()])
  return outcome.value.people
}

/** Saves the audit log to a file that the person chooses. */
export const exportAudit = async (): Promise<void> => {
  const outcome = await ask((api) => api.privacy.exportAudit(null))
  if (!outcome.ok) tellFailure('The audit log was not saved.', outcome.error)
}
