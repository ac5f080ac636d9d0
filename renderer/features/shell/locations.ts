import type { Location } from '#shared/domain/location.ts'
import { ask, listen } from '../../state/api.ts'
import { copyText } from '../../state/copy.ts'
import { type Pane, usePaneStore } from '../../state/pane-store.ts'
import { tellFailure } from '../../state/toast-store.ts'
import { useWorkspaceStore } from '../../state/workspace-store.ts'
import { showCase } from '../cases/case-actions.ts'
import { useCasesStore } from '../cases/cases-store.ts'
import { useConvertStore } from '../convert/convert-store.ts'

const openLocation = (location: Location): void => {
  const { openAttendee, openResolve, openConvert } = usePaneStore.getState()
  if (location.kind === 'attendee') openAttendee(location.id)
  else if (location.kind === 'case') showCase(location.id)
  else if (location.kind === 'resolve') openResolve({ text: location.text, candidate: null, readings: [] })
  else openConvert({ text: location.text, candidate: null })
}

/** Opens the place that a link asked for, once a workspace is open to open it in. */
export const takeLocation = async (): Promise<void> => {
  if (useWorkspaceStore.getState().workspaces?.current == null) return
  const outcome = await ask((api) => api.system.takeLocation(null))
  if (!outcome.ok) return tellFailure('The link was not opened.', outcome.error)
  if (outcome.value !== null) openLocation(outcome.value)
}

/** Follows links that are opened while the app runs. */
export const followLocations = (): void => {
  listen('location.asked', () => void takeLocation())
}

/** The place that a pane shows; null while it shows none. */
export const locationOf = (pane: Pane): Location | null => {
  if (pane.kind === 'attendee') return { kind: 'attendee', id: pane.id }
  const text = (pane.kind === 'convert' ? useConvertStore.getState().text || pane.text : pane.text).trim()
  return text === '' ? null : { kind: pane.kind, text }
}

/** Copies a link to a place. False when there is nothing to link to. */
const copyLinkTo = async (location: Location | null): Promise<boolean> => {
  if (location === null) return false
  const outcome = await ask((api) => api.system.linkTo(location))
  if (outcome.ok && outcome.value !== null) return copyText(outcome.value)
  if (!outcome.ok) tellFailure('No link was copied.', outcome.error)
  return false
}

/** Copies a link to what the pane shows. */
export const copyLocation = (): Promise<boolean> => {
  const { pane } = usePaneStore.getState()
  return copyLinkTo(pane === null ? null : locationOf(pane))
}

/** Copies a link to the case that is open. */
export const copyCaseLink = (): Promise<boolean> => {
  const { openId } = useCasesStore.getState()
  return copyLinkTo(openId === null ? null : { kind: 'case', id: openId })
}
