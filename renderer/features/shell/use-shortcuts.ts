import { useEffect } from 'react'
import { hasCommandKey } from '../../lib/platform.ts'
import { useFilterStore } from '../../state/filter-store.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { useViewStore } from '../../state/view-store.ts'
import { useAddStore } from '../cases/add-store.ts'
import { useHelpStore } from '../help/help-store.ts'
import { usePaletteStore } from '../palette/palette-store.ts'
import { providerOfTab, TABS } from '../search/ProviderTabs.tsx'
import { openConvert } from './open-convert.ts'

/** Menus, dialogs and popovers have their own keys; those that are fading away have none any more. */
const POPUPS = ':is([role="dialog"], [role="alertdialog"], [role="menu"]):not([data-closed])'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

const closeOnEscape = (target: EventTarget | null): void => {
  // In the search box Esc first clears the text.
  if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return
  usePaneStore.getState().close()
}

/** A person is open, in a passport or a resolve answer. */
const canAdd = (): boolean => document.querySelector('aside article') !== null

/** What a key does anywhere in the window; null for keys that mean nothing here. */
const actionOf = (event: KeyboardEvent, focusSearch: () => void): (() => void) | null => {
  const command = hasCommandKey(event) && !event.altKey && !event.shiftKey
  const plain = !hasCommandKey(event) && !event.altKey && !isTyping(event.target)
  const tab = command ? TABS[Number(event.key) - 1] : undefined
  if (tab !== undefined)
    return () => {
      useFilterStore.getState().change({ provider: providerOfTab(tab) })
      useViewStore.getState().show('people')
    }
  if (command && event.key.toLowerCase() === 'k') return () => usePaletteStore.getState().setOpen(true)
  if ((command && event.key.toLowerCase() === 'l') || (plain && event.key === '/')) return focusSearch
  if (command && event.key.toLowerCase() === 'e') return openConvert
  if (hasCommandKey(event) && event.shiftKey && !event.altKey && event.key.toLowerCase() === 'y')
    return () => useViewStore.getState().show('parts')
  if (command && event.key.toLowerCase() === 'j') return () => useViewStore.getState().show('cases')
  if (command && event.key.toLowerCase() === 'd' && canAdd()) return () => useAddStore.getState().setOpen(true)
  if (plain && event.key === '?') return () => useHelpStore.getState().setOpen(true)
  if (event.altKey && event.key === 'ArrowLeft') return usePaneStore.getState().back
  if (event.altKey && event.key === 'ArrowRight') return usePaneStore.getState().forward
  return null
}

/** The keys that work anywhere in the window; the list of them is in ../help/KeyboardHelp.tsx. */
export const useShortcuts = (focusSearch: () => void): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector(POPUPS) !== null) return
      const action = actionOf(event, focusSearch)
      if (action !== null) {
        event.preventDefault()
        action()
      } else if (event.key === 'Escape') closeOnEscape(event.target)
    }
    // Capture: a popup that closes on the same Esc is still there when this runs.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [focusSearch])
}
