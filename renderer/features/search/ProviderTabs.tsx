import { Tabs } from '@base-ui/react/tabs'
import { useEffect, useRef } from 'react'
import { PROVIDER_NAMES, PROVIDERS, type Provider } from '#shared/domain/providers.ts'
import { formatNumber } from '../../lib/format-number.ts'
import { shortcutText } from '../../lib/platform.ts'
import { useFilterStore } from '../../state/filter-store.ts'
import { classes } from '../../ui/classes.ts'
import { useCountStore } from './count-store.ts'
import styles from './ProviderTabs.module.css'

const c = classes(styles)

/** In the order of Ctrl/Cmd+1 to 7. */
export const TABS: readonly ('all' | Provider)[] = ['all', ...PROVIDERS]

/** The open tab as a filter: All is no filter. */
export const providerOfTab = (tab: 'all' | Provider): Provider | null => (tab === 'all' ? null : tab)

/** One tab per provider, each with the number of people under the current search. */
export const ProviderTabs = () => {
  const provider = useFilterStore((state) => state.filters.provider)
  const change = useFilterStore((state) => state.change)
  const counts = useCountStore((state) => state.counts)
  const list = useRef<HTMLDivElement>(null)
  // A shortcut can choose a tab that a narrow window has scrolled away.
  useEffect(() => {
    const chosen = TABS.indexOf(provider ?? 'all')
    list.current?.querySelectorAll('[role="tab"]')[chosen]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [provider])
  return (
    <Tabs.Root
      className={c('root')}
      value={provider ?? 'all'}
      onValueChange={(tab: 'all' | Provider) => change({ provider: providerOfTab(tab) })}
    >
      <Tabs.List ref={list} className={c('list')} aria-label="Providers" activateOnFocus>
        {TABS.map((tab, index) => (
          <Tabs.Tab key={tab} value={tab} className={c('tab')} aria-keyshortcuts={shortcutText(`${index + 1}`)}>
            {tab === 'all' ? 'All' : PROVIDER_NAMES[tab]}
            {counts && (
              <span className={c('count')}>
                {formatNumber(counts[tab])}
                {counts.lowerBounds.includes(tab) && '+'}
              </span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs.Root>
  )
}
