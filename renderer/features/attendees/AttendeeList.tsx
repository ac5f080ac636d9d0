import { CircleAlert, Fingerprint, Inbox, RefreshCw, SearchX } from 'lucide-react'
import type { ReactElement } from 'react'
import { useDelayed } from '../../lib/use-delayed.ts'
import { readingWord } from '../../lib/words.ts'
import { copyFailure } from '../../state/failure-detail.ts'
import { type Filters, useFilterStore } from '../../state/filter-store.ts'
import { useIdentifiedStore } from '../../state/identified-store.ts'
import { startSync, useSyncStore } from '../../state/sync-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DetailButton } from '../../ui/DetailButton.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AttendeeGrid } from './AttendeeGrid.tsx'
import styles from './AttendeeList.module.css'
import { PATIENCE_MS } from './AttendeeRow.tsx'
import { askAttendees, useAttendeeStore } from './attendee-store.ts'
import { type EmptyCase, emptyCase, widened } from './empty-case.ts'

const c = classes(styles)

interface AttendeeListProps {
  openId: string | null
  onOpen: (id: string) => void
  /** Starts to resolve the text in the search box. */
  onResolve: () => void
}

const ClearFilters = ({ filters }: { filters: Filters }) => {
  const change = useFilterStore((state) => state.change)
  return <Button onClick={() => change(widened(filters))}>Search all providers and accounts</Button>
}

const Empty = ({ filters, onResolve }: { filters: Filters; onResolve: () => void }) => {
  const { identified, chosen } = useIdentifiedStore()
  const status = useSyncStore((state) => state.status)
  const reading = chosen ?? identified?.candidates[0]
  const narrowed = filters.provider !== null || filters.accountId !== null || filters.reason !== null
  const widen = narrowed ? <ClearFilters filters={filters} /> : null
  const cases: Record<EmptyCase, () => ReactElement> = {
    'unknown-identifier': () => (
      <EmptyState
        icon={Fingerprint}
        title="Not in the cache"
        actions={
          <>
            <Button look="primary" onClick={onResolve}>
              Find out who this is
            </Button>
            {widen}
          </>
        }
      >
        {reading && `The text reads as a ${readingWord(reading)}. `}No synced attendee carries it. Relations are checked
        next; a live look-up is only made when you confirm it.
      </EmptyState>
    ),
    'no-match': () => (
      <EmptyState icon={SearchX} title={`No one matches “${filters.text.trim().slice(0, 60)}”`} actions={widen}>
        Try fewer letters, another part of the name, or paste an identifier: a profile link, a phone number, an id.
      </EmptyState>
    ),
    'filtered-out': () => (
      <EmptyState icon={SearchX} title="No attendees here" actions={widen}>
        No synced attendee has this provider, account and reason together.
      </EmptyState>
    ),
    'first-sync': () => (
      <EmptyState icon={RefreshCw} title={status?.paused ? 'The first sync is paused' : 'The first sync is under way'}>
        {status?.paused ? 'Resume it in the sync details below.' : 'People appear here as their pages arrive.'}
      </EmptyState>
    ),
    'never-synced': () => (
      <EmptyState
        icon={Inbox}
        title="Nothing synced yet"
        actions={
          <Button look="primary" icon={RefreshCw} onClick={() => void startSync(null)}>
            Start the first sync
          </Button>
        }
      >
        Attendees, chats, group members and relations are read from postpress into a cache on this computer; after that,
        everything can be browsed offline.
      </EmptyState>
    ),
    'nothing-here': () => (
      <EmptyState icon={Inbox} title="No attendees">
        The sync is complete, and the connected accounts have no attendees.
      </EmptyState>
    ),
  }
  return cases[emptyCase(filters, identified, status)]()
}

/** The very first rows take a while: their shapes, in place of an empty window. */
const FirstRows = () => {
  const slow = useDelayed(true, PATIENCE_MS)
  if (!slow) return null
  return (
    <ul className={c('firstRows')} aria-label="Loading attendees">
      {Array.from({ length: 8 }, (_, index) => (
        <li key={index} className={c('firstRow')}>
          <span className={c('firstAvatar')} />
          <Skeleton width={index % 2 === 0 ? 'half' : 'third'} />
        </li>
      ))}
    </ul>
  )
}

/** The grid, or what there is to say in its place. */
export const AttendeeList = ({ openId, onOpen, onResolve }: AttendeeListProps) => {
  const { shown, window, failure } = useAttendeeStore()
  const retry = shown && (
    <Button size="small" onClick={() => askAttendees(shown)}>
      Read again
    </Button>
  )
  const rows = window.pages.size > 0 && window.total > 0
  return (
    <div className={c('list')}>
      {failure !== null && rows && (
        <div className={c('notice')}>
          <Notice tone="warn" title="The list could not be read again." advice={failure.message} actions={retry} />
        </div>
      )}
      {/* The grid stays mounted while it is empty, so that typing never tears it down. */}
      <div className={c('body', !rows && 'hidden')}>
        <AttendeeGrid openId={openId} onOpen={onOpen} />
      </div>
      {shown === null && failure === null && <FirstRows />}
      {!rows && failure !== null && (
        <EmptyState
          icon={CircleAlert}
          title={failure.message}
          actions={
            <>
              {retry}
              <DetailButton copy={() => copyFailure('list', failure)} />
            </>
          }
        >
          {failure.advice}
        </EmptyState>
      )}
      {!rows && failure === null && shown !== null && <Empty filters={shown} onResolve={onResolve} />}
    </div>
  )
}
