import { ChartNoAxesGantt, FolderOpen, IdCard, type LucideIcon, ShieldCheck, UsersRound } from 'lucide-react'
import { type NamedView, useViewStore, VIEW_NAMES, VIEWS } from '../../state/view-store.ts'
import { classes } from '../../ui/classes.ts'
import styles from './ViewNav.module.css'

const c = classes(styles)

const ICONS: Record<NamedView, LucideIcon> = {
  people: UsersRound,
  cases: FolderOpen,
  overview: ChartNoAxesGantt,
  accounts: IdCard,
  privacy: ShieldCheck,
}

/** The views of the window, at the top of the rail. */
export const ViewNav = ({ collapsed }: { collapsed: boolean }) => {
  const { view, show } = useViewStore()
  return (
    <ul className={c('views', collapsed && 'collapsed')} aria-label="Views">
      {VIEWS.map((name) => {
        const Icon = ICONS[name]
        return (
          <li key={name}>
            <button
              type="button"
              className={c('view', name === view && 'on', name === view && name !== 'people' && 'chosen')}
              aria-current={name === view ? 'page' : undefined}
              aria-label={VIEW_NAMES[name]}
              title={collapsed ? VIEW_NAMES[name] : undefined}
              onClick={() => show(name)}
            >
              <Icon size={15} aria-hidden />
              {!collapsed && VIEW_NAMES[name]}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
