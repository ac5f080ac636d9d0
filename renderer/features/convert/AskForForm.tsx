import type { MissingForm } from '#shared/domain/convert.ts'
import { LookupOffer } from '../../ui/LookupOffer.tsx'
import { askForForm, useConvertStore } from './convert-store.ts'

interface AskForFormProps {
  label: string
  action: string
  missing: MissingForm
}

/** A form that is not known, and the look-up that would tell it. */
export const AskForForm = ({ label, action, missing }: AskForFormProps) => {
  const asking = useConvertStore((state) => state.asking)
  return (
    <LookupOffer
      action={action}
      missing={missing}
      busy={asking === label}
      disabled={asking !== null && asking !== label}
      onSpend={(overBudget) => {
        if (missing.state === 'look-up') void askForForm(label, missing, overBudget)
      }}
    />
  )
}
