import { useState } from 'react'
import type { MissingForm } from '#shared/domain/convert.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Checkbox, TextField } from '../../ui/Field.tsx'
import { LookupMeter } from '../../ui/LookupMeter.tsx'
import { LookupOffer } from '../../ui/LookupOffer.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import styles from './PartsPage.module.css'
import { Sample } from './Sample.tsx'

const c = classes(styles)

const DAYS = [
  { value: 30, text: '30 days' },
  { value: 90, text: '90 days' },
]

const offer = (usedToday: number): MissingForm => ({
  state: 'look-up',
  why: 'The end of a LinkedIn id cannot be computed.',
  product: 'recruiter',
  mode: 'live',
  accounts: [
    { id: 'a', name: 'Ada Lindqvist', provider: 'linkedin', usable: true, why: '', usedToday, dailyLimit: 180 },
  ],
})

const IMPOSSIBLE: MissingForm = {
  state: 'impossible',
  why: 'No connected account has Recruiter.',
  advice: 'Connect one that has it.',
}

const Dialogs = () => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        asks
        title="Sample question?"
        description="What it means, in one or two sentences."
      >
        <DialogActions>
          <Button onClick={() => setOpen(false)}>No</Button>
          <Button look="danger" onClick={() => setOpen(false)}>
            Yes
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}

/** What is filled in, asked and spent. */
export const FormSamples = () => {
  const [days, setDays] = useState(30)
  return (
    <>
      <Sample name="Text field, check box, dialog">
        <div className={c('stack')}>
          <TextField label="With a hint" hint="What it is good for." defaultValue="" />
          <TextField label="With an error" error="This is not a URL." defaultValue="htp://" />
          <TextField label="Disabled" disabled defaultValue="Not now" />
          <Checkbox label="Checked" hint="And why." defaultChecked />
          <Checkbox label="Disabled" disabled />
          <SelectField label="Choice" hint="The system's own list." value={days} choices={DAYS} onChoose={setDays} />
          <SelectField label="Disabled" value={30} choices={DAYS} disabled onChoose={setDays} />
        </div>
        <Dialogs />
      </Sample>
      <Sample name="Look-up meter: fresh, near, over">
        <div className={c('stack')}>
          <LookupMeter usedToday={4} dailyLimit={180} />
          <LookupMeter usedToday={160} dailyLimit={180} />
          <LookupMeter usedToday={185} dailyLimit={180} />
        </div>
      </Sample>
      <Sample name="Look-up offer: open, brief, busy, over budget, impossible">
        <div className={c('stack')}>
          <LookupOffer action="Get it" missing={offer(4)} busy={false} disabled={false} onSpend={() => undefined} />
          <LookupOffer
            action="Get it"
            missing={offer(4)}
            brief
            busy={false}
            disabled={false}
            onSpend={() => undefined}
          />
          <LookupOffer action="Get it" missing={offer(4)} brief busy disabled={false} onSpend={() => undefined} />
          <LookupOffer
            action="Get it"
            missing={offer(180)}
            brief
            busy={false}
            disabled={false}
            onSpend={() => undefined}
          />
          <LookupOffer action="Get it" missing={IMPOSSIBLE} busy={false} disabled={false} onSpend={() => undefined} />
        </div>
      </Sample>
    </>
  )
}
