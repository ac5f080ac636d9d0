import { Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { LIMITS, UNTITLED } from '#shared/domain/case-limits.ts'
import type { CaseFile } from '#shared/domain/cases.ts'
import type { SaveState } from '../../lib/autosave.ts'
import { exactTime, timeAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './CaseHead.module.css'
import { deleteCase, editHead, setStatus } from './case-actions.ts'
import { saveNow } from './case-edits.ts'
import { takeFresh, useCasesStore } from './cases-store.ts'
import { ExportMenu } from './ExportMenu.tsx'

const c = classes(styles)

const SAVING: Record<SaveState, string> = {
  waiting: 'Saving…',
  saving: 'Saving…',
  saved: 'Saved',
  failed: 'Not saved',
}

const Saving = () => {
  const saving = useCasesStore((state) => state.saving)
  return (
    <span className={c('saving')}>
      <span role="status" aria-label="Saving" className={c(saving === 'failed' && 'failed')}>
        {SAVING[saving]}
      </span>
      {saving === 'failed' && (
        <Button size="small" onClick={saveNow}>
          Save again
        </Button>
      )}
    </span>
  )
}

/** After a delete the focus goes to the case that is next, else to what starts a new one. */
const focusList = (): void => {
  const next = document.querySelector<HTMLElement>('[data-case]')
  ;(next ?? document.querySelector<HTMLElement>('section[aria-label="Cases"] button'))?.focus()
}

const remove = async (file: CaseFile): Promise<void> => {
  await deleteCase(file.id, file.title.trim() || UNTITLED)
  flushSync(() => undefined)
  focusList()
}

/** Title, ticket and state of a case, and what can be done with it. */
export const CaseHead = ({ file }: { file: CaseFile }) => {
  const now = useNow()
  const title = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!takeFresh(file.id)) return
    title.current?.focus()
    title.current?.select()
  }, [file.id])
  const closed = file.status === 'closed'
  return (
    <header className={c('head')}>
      <div className={c('titleLine')}>
        <input
          ref={title}
          aria-label="Title"
          className={c('title')}
          dir="auto"
          value={file.title}
          maxLength={LIMITS.title}
          placeholder={UNTITLED}
          onChange={(event) => editHead({ title: event.target.value })}
          onBlur={saveNow}
        />
        <Badge tone={closed ? 'neutral' : 'ok'}>{closed ? 'Closed' : 'Open'}</Badge>
      </div>
      <div className={c('ticketLine')}>
        <label htmlFor="case-ticket" className={c('label')}>
          Ticket
        </label>
        <input
          id="case-ticket"
          className={c('ticket')}
          dir="auto"
          value={file.ticket}
          maxLength={LIMITS.ticket}
          placeholder="Number or link"
          onChange={(event) => editHead({ ticket: event.target.value })}
          onBlur={saveNow}
        />
        <span className={c('times')} title={exactTime(file.createdAt)}>
          Opened {timeAgo(file.createdAt, now)}
        </span>
        <Saving />
      </div>
      <div className={c('actions')}>
        <Button size="small" onClick={() => void setStatus(file.id, closed ? 'open' : 'closed')}>
          {closed ? 'Reopen case' : 'Close case'}
        </Button>
        <ExportMenu id={file.id} />
        <Button size="small" look="ghost" icon={Trash2} onClick={() => void remove(file)}>
          Delete case
        </Button>
      </div>
    </header>
  )
}
