import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useForgetStore } from './person-store.ts'

/** Tells a screen reader that a person was forgotten: the pane that showed them is gone. */
export const Forgot = () => {
  const done = useForgetStore((state) => state.done)
  return (
    <VisuallyHidden>
      <span role="status" aria-label="Forgetting">
        {done}
      </span>
    </VisuallyHidden>
  )
}
