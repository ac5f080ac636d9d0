import { RefreshCw } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import type { Passport } from '#shared/domain/attendees.ts'
import type { ResolveResult } from '#shared/domain/resolve.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { readingWord } from '../../lib/words.ts'
import { isSameReading } from '../../state/identified-store.ts'
import type { ResolvePane } from '../../state/pane-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { LookupPanel } from './LookupPanel.tsx'
import { ResolveFailure } from './ResolveFailure.tsx'
import styles from './ResolveView.module.css'
import { closeResolve, lookUpLive, resolveAs, startResolve, useResolveStore } from './resolve-store.ts'
import { Steps } from './Steps.tsx'

const c = classes(styles)

const Readings = ({ readings, current }: { readings: Candidate[]; current: Candidate | null }) => {
  if (readings.length < 2) return null
  return (
    <div className={c('readings')}>
      <span className={c('faint')}>It could be read as</span>
      <ul className={c('chips')} aria-label="Readings">
        {readings.map((reading) => (
          <li key={`${reading.provider} ${reading.kind} ${reading.value}`}>
            <button
              type="button"
              className={c('chip')}
              aria-pressed={isSameReading(reading, current)}
              title={reading.why}
              onClick={() => void resolveAs(reading)}
            >
              <ProviderMark provider={reading.provider === 'postpress' ? null : reading.provider} />
              {readingWord(reading)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Result = ({ result }: { result: ResolveResult }) => {
  const busy = useResolveStore((state) => state.busy)
  switch (result.state) {
    case 'needs-lookup':
      return <LookupPanel message={result.message} accounts={result.accounts} />
    case 'no-such-user':
      return <Notice tone="warn" title={result.message} advice={result.advice} />
    case 'not-resolvable':
      return <Notice tone="info" title={result.message} advice={result.advice} />
    case 'attendee':
    case 'unknown-user':
      return (
        <p className={c('again')}>
          <span className={c('faint')}>
            {result.state === 'attendee' ? 'A synced attendee.' : 'A real user whom postpress does not know.'}
          </span>
          <Button
            size="small"
            look="ghost"
            icon={RefreshCw}
            busy={busy === 'live'}
            title="Spends 1 live look-up"
            onClick={() => void lookUpLive(null, 'refresh', false)}
          >
            Ask the provider again (1 look-up)
          </Button>
        </p>
      )
  }
}

interface ResolveViewProps {
  question: ResolvePane
  /** Shows the person that was found. */
  renderPassport: (passport: Passport) => ReactNode
}

/** From a pasted text to a person, step by step; nothing is spent without a click. */
export const ResolveView = ({ question, renderPassport }: ResolveViewProps) => {
  const { answer, failure, busy } = useResolveStore()
  useEffect(() => void startResolve(question.text, question.candidate), [question.ticket])
  useEffect(() => closeResolve, [])
  const candidate = answer?.candidate ?? question.candidate
  const result = answer?.result
  const readings = question.readings.length > 0 ? question.readings : candidate ? [candidate] : []
  return (
    <div aria-busy={busy !== null}>
      <div className={c('top')}>
        <p className={c('text')} dir="auto" title={question.text}>
          {question.text.trim().slice(0, 300)}
        </p>
        {candidate && (
          <p className={c('reading')}>
            <ProviderMark provider={candidate.provider === 'postpress' ? null : candidate.provider} />
            {readingWord(candidate)}
          </p>
        )}
        <Readings readings={readings} current={candidate} />
        {answer && <Steps steps={answer.steps} />}
        {busy === 'cached' && answer === null && <Skeleton width="half" />}
        {failure && <ResolveFailure failure={failure} />}
        {result && <Result result={result} />}
      </div>
      {(result?.state === 'attendee' || result?.state === 'unknown-user') && renderPassport(result.passport)}
    </div>
  )
}
