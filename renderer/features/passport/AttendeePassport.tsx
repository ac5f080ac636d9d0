import { type ReactNode, useEffect } from 'react'
import type { Passport } from '#shared/domain/attendees.ts'
import { useDelayed } from '../../lib/use-delayed.ts'
import { copyFailure } from '../../state/failure-detail.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DetailButton } from '../../ui/DetailButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './AttendeePassport.module.css'
import { PassportView } from './PassportView.tsx'
import { closePassport, openPassport, usePassportStore } from './passport-store.ts'

const c = classes(styles)

/** A placeholder appears only when the answer takes longer than this, ms. */
const PATIENCE_MS = 150

const Waiting = () => (
  <div className={c('waiting')}>
    <Skeleton width="half" />
    <Skeleton width="most" />
    <Skeleton width="third" />
    <VisuallyHidden>Loading</VisuallyHidden>
  </div>
)

interface AttendeePassportProps {
  id: string
  onOpen: (id: string) => void
  /** What other parts of the window do with the person. */
  renderActions: (passport: Passport) => ReactNode
}

/** The passport of a synced attendee, read from the cache. */
export const AttendeePassport = ({ id, onOpen, renderActions }: AttendeePassportProps) => {
  const { passport, failure } = usePassportStore()
  useEffect(() => openPassport(id), [id])
  useEffect(() => closePassport, [])
  const waiting = useDelayed(passport === null && failure === null, PATIENCE_MS)
  if (failure !== null) {
    return (
      <div className={c('failure')}>
        <Notice
          tone="danger"
          title={failure.message}
          advice={failure.advice}
          actions={
            <>
              <Button size="small" onClick={() => openPassport(id)}>
                Try again
              </Button>
              <DetailButton copy={() => copyFailure('passport', failure)} />
            </>
          }
        />
      </div>
    )
  }
  if (passport === null) return waiting ? <Waiting /> : null
  return <PassportView passport={passport} onOpen={onOpen} actions={renderActions(passport)} />
}
