import { Button } from './Button.tsx'
import { Dialog, DialogActions } from './Dialog.tsx'

interface OverBudgetProps {
  open: boolean
  text: string
  onClose: () => void
  onConfirm: () => void
}

/** Asks before the recommended number of look-ups of the day is passed. */
export const OverBudget = ({ open, text, onClose, onConfirm }: OverBudgetProps) => (
  <Dialog
    open={open}
    onClose={onClose}
    asks
    title="Go over today's look-ups?"
    description={`${text} Going over is possible, but the provider may restrict an account that looks up too many people.`}
  >
    <DialogActions>
      <Button onClick={onClose}>Keep the limit</Button>
      <Button look="danger" onClick={onConfirm}>
        Look up anyway
      </Button>
    </DialogActions>
  </Dialog>
)
