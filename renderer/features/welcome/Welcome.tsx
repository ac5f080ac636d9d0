import { ArrowLeft, Box, type LucideIcon, Plug } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { openDemo } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ProductMark } from '../../ui/ProductMark.tsx'
import styles from './Welcome.module.css'

const c = classes(styles)

interface ChoiceProps {
  icon: LucideIcon
  title: string
  text: string
  busy?: boolean
  onChoose: () => void
}

const Choice = ({ icon: Icon, title, text, busy = false, onChoose }: ChoiceProps) => (
  <button
    type="button"
    className={c('choice')}
    aria-busy={busy || undefined}
    aria-disabled={busy || undefined}
    onClick={() => !busy && onChoose()}
  >
    <Icon size={18} aria-hidden className={c('choiceIcon')} />
    <span className={c('choiceTitle')}>{title}</span>
    <span className={c('choiceText')}>{busy ? 'Opening…' : text}</span>
  </button>
)

const Choices = ({ onConnect }: { onConnect: () => void }) => {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const demo = async () => {
    setBusy(true)
    setFailure(await openDemo())
    setBusy(false)
  }
  return (
    <>
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <div className={c('choices')}>
        <Choice
          icon={Box}
          title="Open the demo workspace"
          text="Built in, with believable accounts and people. No key, no network."
          busy={busy}
          onChoose={() => void demo()}
        />
        <Choice
          icon={Plug}
          title="Connect a workspace"
          text="Your postpress API URL and key. The key stays on this computer."
          onChoose={onConnect}
        />
      </div>
    </>
  )
}

/** First start: what this is, and the two ways in. */
export const Welcome = ({ notice, connectForm }: { notice: string | null; connectForm: ReactNode }) => {
  const [connecting, setConnecting] = useState(false)
  return (
    <main className={c('welcome')}>
      <div className={c('card', connecting && 'narrow')}>
        <header className={c('header')}>
          <ProductMark size={connecting ? 28 : 40} />
          <h1 className={c('name', connecting && 'smaller')}>postpress Inspector</h1>
          {!connecting && (
            <p className={c('sentence')}>
              Find out who a user is, every identifier they have, and why postpress knows them.
            </p>
          )}
        </header>
        {notice && <Notice tone="warn" title={notice} />}
        {connecting ? (
          <section aria-label="Connect a workspace" className={c('connect')}>
            {connectForm}
            <Button look="ghost" icon={ArrowLeft} onClick={() => setConnecting(false)}>
              Back
            </Button>
          </section>
        ) : (
          <Choices onConnect={() => setConnecting(true)} />
        )}
      </div>
    </main>
  )
}
