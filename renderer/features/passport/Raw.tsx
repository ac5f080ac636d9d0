import { useEffect, useState } from 'react'
import type { Passport } from '#shared/domain/attendees.ts'
import type { RawAnswer } from '#shared/domain/raw.ts'
import { exactTime, timeAgo } from '../../lib/format-time.ts'
import { prettyJson } from '../../lib/pretty-json.ts'
import { useNow } from '../../lib/use-now.ts'
import { copyText } from '../../state/copy.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import styles from './Raw.module.css'
import { forgetRaw, keepRaw, rawSubject, readRaw, useRawStore } from './raw-store.ts'
import { Section } from './Section.tsx'

const c = classes(styles)

const SOURCES: Record<RawAnswer['source'], string> = {
  attendee: 'Attendee list',
  relation: 'Relation list',
  profile: 'Live profile',
}

const Answer = ({ answer, now }: { answer: RawAnswer; now: number }) => {
  const json = prettyJson(answer.json)
  return (
    <details className={c('answer')}>
      <summary className={c('summary')}>
        <span className={c('source')}>{SOURCES[answer.source]}</span>
        <span className={c('note')} title={exactTime(answer.receivedAt)}>
          received {timeAgo(answer.receivedAt, now)}
        </span>
      </summary>
      <div className={c('body')}>
        <span className={c('copy')}>
          <CopyButton label={`Copy ${SOURCES[answer.source]} JSON`} copy={() => copyText(json)} />
        </span>
        <section
          className={c('json')}
          dir="ltr"
          aria-label={`${SOURCES[answer.source]} as received`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it.
          tabIndex={0}
        >
          {json}
        </section>
      </div>
    </details>
  )
}

const Why = ({ on, known }: { on: boolean; known: boolean }) => (
  <p className={c('why')}>
    {on
      ? `Kept from now on, but nothing about this person has arrived since: ${known ? 'sync again' : 'look them up again'}.`
      : 'Only the fields that the app shows are kept. Answers as postpress sent them are kept once you ask for it, in this workspace, on this computer.'}
  </p>
)

/** What postpress sent about the person, as received: only in workspaces that asked to keep it. */
export const Raw = ({ passport }: { passport: Passport }) => {
  const { raw, failure } = useRawStore()
  const [asking, setAsking] = useState(false)
  const now = useNow()
  useEffect(() => readRaw(rawSubject(passport)), [passport])
  useEffect(() => forgetRaw, [])
  const choose = (on: boolean) => {
    setAsking(false)
    void keepRaw(on, rawSubject(passport))
  }
  if (raw === null && failure === null) return null
  return (
    <Section title="Raw" {...(raw?.on ? { count: raw.answers.length } : { note: 'not kept' })}>
      {failure !== null && <p className={c('why')}>{failure.message}</p>}
      {raw?.answers.map((answer) => (
        <Answer key={answer.source} answer={answer} now={now} />
      ))}
      {raw !== null && raw.answers.length === 0 && <Why on={raw.on} known={passport.attendeeId !== null} />}
      {raw !== null && (
        <Button size="small" onClick={() => setAsking(true)}>
          {raw.on ? 'Stop keeping answers' : 'Keep answers as received'}
        </Button>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        asks
        title={raw?.on ? 'Stop keeping answers as received?' : 'Keep answers as received?'}
        description={
          raw?.on
            ? 'Everything kept so far in this workspace is deleted from this computer, for every person.'
            : 'From the next sync or look-up on, the whole answer about each person is stored in the cache of this workspace: also fields that the app never shows. They go when you switch this off, or with the person.'
        }
      >
        <DialogActions>
          <Button onClick={() => setAsking(false)}>Leave it as it is</Button>
          <Button look={raw?.on ? 'danger' : 'primary'} onClick={() => choose(!raw?.on)}>
            {raw?.on ? 'Stop and delete' : 'Keep answers'}
          </Button>
        </DialogActions>
      </Dialog>
    </Section>
  )
}
