import { useEffect } from 'react'
import type { DepartedAttendee, SyncReport as Report, SyncProblem, SyncRun } from '#shared/domain/sync.ts'
import { plural } from '../../lib/format-number.ts'
import { dateOnly, timeAgo } from '../../lib/format-time.ts'
import { RESOURCE_WORDS } from '../../lib/words.ts'
import { loadReport, useSyncStore } from '../../state/sync-store.ts'
import { classes } from '../../ui/classes.ts'
import styles from './SyncDetails.module.css'
import { outcomeText } from './sync-text.ts'

const c = classes(styles)

interface SectionProps {
  nameOf: (accountId: string) => string
  now: number
}

/** Runs shown; main keeps more. */
const RUNS = 5

const Runs = ({ runs, nameOf, now }: SectionProps & { runs: SyncRun[] }) => (
  <section aria-label="Sync log" className={c('account')}>
    <h3>Sync log</h3>
    <ul>
      {runs.slice(0, RUNS).map((run) => (
        <li key={run.id} className={c('part')}>
          <span>{timeAgo(run.startedAt, now)}</span>
          <span className={c('state', run.outcome)}>{outcomeText(run)}</span>
          {run.accountId !== null && <span className={c('about')}>{nameOf(run.accountId)} only</span>}
        </li>
      ))}
    </ul>
  </section>
)

const Problems = ({ problems, nameOf, now }: SectionProps & { problems: SyncProblem[] }) => (
  <section aria-label="Data problems" className={c('account')}>
    <h3>Data problems</h3>
    <p className={c('about')}>
      {problems.length === 0
        ? 'Everything that postpress sent could be read.'
        : 'Set aside, and read again with the next sync. What was cached of them is kept.'}
    </p>
    <ul>
      {problems.map((problem) => (
        <li
          key={`${problem.accountId} ${problem.resource} ${problem.itemId ?? ''} ${problem.reason}`}
          className={c('entry')}
        >
          <span className={c('problems')}>{problem.reason}</span>
          <span className={c('about')}>
            {problem.resource === 'accounts'
              ? 'Accounts'
              : `${nameOf(problem.accountId)}, ${RESOURCE_WORDS[problem.resource]}`}
            : {problem.itemId ?? 'an item without an ID'}, {plural(problem.times, 'time', 'times')}, last{' '}
            {timeAgo(problem.lastAt, now)}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

const Departed = ({ departed, nameOf, now }: SectionProps & { departed: DepartedAttendee[] }) => (
  <section aria-label="No longer reported" className={c('account')}>
    <h3>No longer reported</h3>
    <p className={c('about')}>postpress stopped listing these attendees. They stay readable until the day shown.</p>
    <ul>
      {departed.map(({ id, title, accountId, at, deletedAfter }) => (
        <li key={id} className={c('entry')}>
          <span dir="auto">{title}</span>
          <span className={c('about')}>
            {nameOf(accountId)}, gone {timeAgo(at, now)}, kept until {dateOnly(deletedAfter)}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

/** What the sync left to be looked at. Read when it opens, and again when a run begins or ends. */
export const SyncReport = ({ nameOf, now }: SectionProps) => {
  const report: Report | null = useSyncStore((state) => state.report)
  const running = useSyncStore((state) => state.status?.running)
  // A run that begins or ends makes the report old.
  useEffect(() => void loadReport(), [running])
  if (report === null) return null
  return (
    <>
      {report.runs.length > 0 && <Runs runs={report.runs} nameOf={nameOf} now={now} />}
      <Problems problems={report.problems} nameOf={nameOf} now={now} />
      {report.departed.length > 0 && <Departed departed={report.departed} nameOf={nameOf} now={now} />}
    </>
  )
}
