import { type SubmitEvent, useState } from 'react'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { plural } from '../../lib/format-number.ts'
import { exactTime } from '../../lib/format-time.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/Field.tsx'
import styles from './Privacy.module.css'
import { allowAgain, usePrivacyStore } from './privacy-store.ts'

const c = classes(styles)

const answerFor = (people: number): string =>
  people === 0
    ? 'Nobody who was forgotten has this identifier.'
    : `${plural(people, 'person', 'people')} allowed again: the next sync brings them back.`

const FindForm = ({ onAnswer }: { onAnswer: (answer: string) => void }) => {
  const [text, setText] = useState('')
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const people = await allowAgain({ text })
    onAnswer(people === null ? '' : answerFor(people))
    if (people !== null && people > 0) setText('')
  }
  return (
    <form className={c('find')} onSubmit={(event) => void submit(event)}>
      <TextField
        label="Allow somebody again by an identifier"
        hint="A phone number, a link, an internal ID: whoever has it is compared by hash."
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">Allow again</Button>
    </form>
  )
}

/** Who was forgotten here, as far as anybody can tell. */
export const Forgotten = () => {
  const forgotten = usePrivacyStore((state) => state.forgotten)
  const [answer, setAnswer] = useState('')
  if (forgotten === null) return null
  return (
    <section aria-label="Forgotten people" className={c('card')}>
      <header className={c('cardHead')}>
        <h3>Forgotten people</h3>
        <span className={c('soft')}>{forgotten.length}</span>
      </header>
      {forgotten.length === 0 ? (
        <p className={c('soft')}>
          Nobody. Open a person and choose “Forget this person”: everything about them is deleted here, and syncs leave
          them out.
        </p>
      ) : (
        <>
          <p className={c('soft')}>
            Only hashes are kept, so that syncs leave them out. Nothing here says who they are.
          </p>
          <ul className={c('list')}>
            {forgotten.map(({ no, provider, at }) => (
              <li key={no} className={c('entry')}>
                <span>
                  Somebody on {PROVIDER_NAMES[provider]}, {exactTime(at)}
                </span>
                <Button
                  size="small"
                  aria-label={`Allow again: ${PROVIDER_NAMES[provider]}, ${exactTime(at)}`}
                  onClick={() => void allowAgain({ no })}
                >
                  Allow again
                </Button>
              </li>
            ))}
          </ul>
          <FindForm onAnswer={setAnswer} />
        </>
      )}
      <output className={c('soft')}>{answer}</output>
    </section>
  )
}
