import { KeyRound, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { currentWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useDialogStore } from './dialog-store.ts'
import styles from './WorkspaceNotices.module.css'

const c = classes(styles)

/** One line above the list: something went wrong on opening, or the key is missing and sync cannot run. */
export const WorkspaceNotices = () => {
  const notice = useWorkspaceStore((state) => state.workspaces?.notice ?? null)
  const current = useWorkspaceStore(currentWorkspace)
  const show = useDialogStore((state) => state.show)
  const [dismissed, setDismissed] = useState<string | null>(null)
  return (
    <>
      {notice && notice !== dismissed && (
        <div className={c('line')} role="alert">
          <TriangleAlert size={14} aria-hidden className={c('icon')} />
          <p className={c('text')}>{notice}</p>
          <IconButton label="Dismiss" icon={X} onClick={() => setDismissed(notice)} />
        </div>
      )}
      {current?.keyState === 'none' && (
        <div className={c('line')}>
          <KeyRound size={14} aria-hidden className={c('icon')} />
          <p className={c('text')}>
            The API key is not on this computer. Everything cached still works; sync and live look-ups need it.
          </p>
          <Button size="small" onClick={() => show({ kind: 'unlock', id: current.id })}>
            Unlock
          </Button>
        </div>
      )}
    </>
  )
}
