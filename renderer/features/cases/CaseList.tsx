import type { KeyboardEvent } from 'react'
import type { CaseSummary } from '#shared/domain/cases.ts'
import { plural } from '../../lib/format-number.ts'
import { exactTime, shortAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { classes } from '../../ui/classes.ts'
import styles from './CaseList.module.css'
import { saveNow } from './case-edits.ts'
import { openCase } from './cases-store.ts'

const c = classes(styles)

/** Arrow keys walk through all cases, open and closed. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-case]')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
}

const Item = ({ summary, open, now }: { summary: CaseSummary; open: boolean; now: number }) => {
  const { id, title, ticket, people, changedAt } = summary
  return (
    <li>
      <button
        type="button"
        data-case={id}
        className={c('item', open && 'open')}
        aria-current={open ? 'true' : undefined}
        onClick={() => {
          saveNow()
          openCase(id)
        }}
      >
        <span className={c('line')}>
          <span dir="auto" className={c('title')}>
            {title}
          </span>
          <time className={c('faint')} title={exactTime(changedAt)}>
            {shortAgo(changedAt, now)}
          </time>
        </span>
        <span className={c('faint', 'cut')} dir="auto">
          {[ticket, plural(people, 'person', 'people')].filter(Boolean).join(' · ')}
        </span>
      </button>
    </li>
  )
}

const Group = ({ title, cases, openId }: { title: string; cases: CaseSummary[]; openId: string | null }) => {
  const now = useNow()
  if (cases.length === 0) return null
  return (
    <>
      <h3 className={c('group')}>
        {title} <span className={c('count')}>{cases.length}</span>
      </h3>
      <ul>
        {cases.map((summary) => (
          <Item key={summary.id} summary={summary} open={summary.id === openId} now={now} />
        ))}
      </ul>
    </>
  )
}

/** Open cases first, then the closed ones; newest first. */
export const CaseList = ({ cases, openId }: { cases: CaseSummary[]; openId: string | null }) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a shortcut between the buttons inside.
  <div className={c('list')} onKeyDown={walk}>
    <Group title="Open" cases={cases.filter(({ status }) => status === 'open')} openId={openId} />
    <Group title="Closed" cases={cases.filter(({ status }) => status === 'closed')} openId={openId} />
  </div>
)
