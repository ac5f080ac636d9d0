import { useEffect, useState } from 'react'
import { readingWord } from '../../lib/words.ts'
import { MAX_TEXT } from '../../state/filter-store.ts'
import type { ConvertPane } from '../../state/pane-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import { AskForForm } from './AskForForm.tsx'
import styles from './ConvertView.module.css'
import { closeConvert, convertText, useConvertStore } from './convert-store.ts'
import { FormCard } from './FormCard.tsx'

const c = classes(styles)

const Forms = () => {
  const { answer, text } = useConvertStore()
  if (answer === null) return null
  const { candidate, others, notice, forms, phoneHidden, whatsappTest } = answer
  return (
    <>
      {candidate && (
        <p className={c('reading')} title={candidate.why}>
          <ProviderMark provider={candidate.provider === 'postpress' ? null : candidate.provider} />
          {readingWord(candidate)}
        </p>
      )}
      {others.length > 0 && (
        <p className={c('others')}>
          <span className={c('why')}>Read as</span>
          {others.slice(0, 6).map((other) => (
            <Button
              key={`${other.provider} ${other.kind} ${other.value}`}
              size="small"
              title={other.why}
              onClick={() => void convertText(text, other)}
            >
              {readingWord(other)}
            </Button>
          ))}
        </p>
      )}
      {notice && <Notice tone="info" title={notice.message} advice={notice.advice} />}
      {phoneHidden && <Notice tone="info" title="WhatsApp hides this person's phone number. A lid is never a phone." />}
      <ul className={c('forms')} aria-label="Forms">
        {forms.map((form) => (
          <FormCard key={`${form.provider} ${form.kind} ${form.product}`} form={form} />
        ))}
      </ul>
      {whatsappTest && <AskForForm label="WhatsApp test" action="Has WhatsApp?" missing={whatsappTest} />}
    </>
  )
}

/** One identifier in, all forms out. What needs the API is a button that says its cost. */
export const ConvertView = ({ question }: { question: ConvertPane }) => {
  const told = useConvertStore((state) => state.told)
  const [draft, setDraft] = useState(question.text)
  useEffect(() => {
    setDraft(question.text)
    void convertText(question.text, question.candidate)
  }, [question.ticket])
  useEffect(() => closeConvert, [])
  return (
    <div className={c('view')}>
      <form
        className={c('ask')}
        onSubmit={(event) => {
          event.preventDefault()
          void convertText(draft, null)
        }}
      >
        <TextField
          label="Identifier to convert"
          hint="A link, id, phone number or user name; Enter lists its forms."
          value={draft}
          maxLength={MAX_TEXT}
          autoComplete="off"
          spellCheck={false}
          // The pane opens to be typed into.
          autoFocus={question.text === ''}
          onChange={(event) => setDraft(event.target.value)}
        />
      </form>
      {told && <Notice tone={told.tone} title={told.title} advice={told.advice} />}
      <Forms />
    </div>
  )
}
