import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { formatNumber } from '../../lib/format-number.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Privacy.module.css'
import { closeForget, forget, useForgetStore } from './person-store.ts'

const c = classes(styles)

/** Says what is deleted before it is. */
export const ForgetDialog = () => {
  const { id, preview, busy, failure } = useForgetStore()
  if (id === null) return null
  return (
    <Dialog
      open
      asks
      onClose={closeForget}
      title={preview === null ? 'Forget this person?' : `Forget ${preview.title}?`}
      description="Deletes the person from this computer, for good. Nothing changes at postpress, and the next sync does not bring them back."
    >
      {preview && (
        <>
          <dl className={c('counts')}>
            {preview.counts.map(({ what, n }) => (
              <div key={what} className={c('pair')}>
                <dt>{what}</dt>
                <dd>{formatNumber(n)}</dd>
              </div>
            ))}
          </dl>
          <p className={c('soft')}>
            On {PROVIDER_NAMES[preview.provider]}, through {preview.accounts.join(', ')}; pins of the person in cases
            too. The same person on other providers is another attendee, and your own notes stay.
          </p>
        </>
      )}
      {failure && <Notice tone="danger" title={failure.message} advice={failure.advice} />}
      <DialogActions>
        <Button onClick={closeForget}>Keep</Button>
        <Button look="danger" busy={busy} disabled={preview === null} onClick={() => void forget()}>
          Forget
        </Button>
      </DialogActions>
    </Dialog>
  )
}
