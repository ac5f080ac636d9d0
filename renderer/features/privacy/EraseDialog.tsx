import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { closeErase, eraseEverything, useEraseStore } from './erase-store.ts'

const PHRASE = 'erase everything'

const Question = () => {
  const { busy, failure } = useEraseStore()
  const [typed, setTyped] = useState('')
  return (
    <>
      <TextField
        label={`Type “${PHRASE}” to confirm`}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <DialogActions>
        <Button onClick={closeErase}>Keep everything</Button>
        <Button
          look="danger"
          busy={busy}
          disabled={typed.trim().toLowerCase() !== PHRASE}
          onClick={() => void eraseEverything()}
        >
          Erase everything
        </Button>
      </DialogActions>
    </>
  )
}

/** The last question before everything on this computer is deleted. */
export const EraseDialog = () => {
  const asking = useEraseStore((state) => state.asking)
  if (!asking) return null
  return (
    <Dialog
      open
      asks
      onClose={closeErase}
      title="Erase everything?"
      description="Deletes the keys first, then every workspace on this computer with its cache, cases, notes and audit log, then the settings and the log. Nothing changes at postpress. It cannot be undone."
    >
      <Question />
    </Dialog>
  )
}
