import { type RefObject, useEffect } from 'react'
import { hasCommandKey } from '../../lib/platform.ts'
import { useFilterStore } from '../../state/filter-store.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { providerOfTab, TABS } from '../search/ProviderTabs.tsx'

/** Menus, dialogs and popovers have their own keys. */
const POPUPS = '[role="dialog"], [role="alertdialog"], [role="menu"]'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

const closeOnEscape = (target: EventTarget | null): void => {
  // In the search box Esc first clears the text.
  if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return
  usePaneStore.getState().close()
}

/** Ctrl/Cmd+1 to 7 switch tabs, Ctrl/Cmd+L and / go to the search box, Esc closes the pane. */
export const useShortcuts = (search: RefObject<HTMLInputElement | null>): void => {
  useEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector(POPUPS) !== null) return
      const command = hasCommandKey(event) && !event.altKey && !event.shiftKey
      const tab = command ? TABS[Number(event.key) - 1] : undefined
      if (tab !== undefined) {
        event.preventDefault()
        useFilterStore.getState().change({ provider: providerOfTab(tab) })
      } else if ((command && event.key.toLowerCase() === 'l') || (event.key === '/' && !isTyping(event.target))) {
        focusSearch(event)
      } else if (event.key === 'Escape') closeOnEscape(event.target)
    }
    // Capture: a popup that closes on the same Esc is still there when this runs.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [search])
}
