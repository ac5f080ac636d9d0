import { Pause, Play, RotateCw, Square } from 'lucide-react'
import type { SyncStatus } from '#shared/domain/sync.ts'
import { cancelSync, pauseSync, resumeSync, startSync } from '../../state/sync-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './SyncDetails.module.css'

const c = classes(styles)

const UNFINISHED: ReadonlySet<string> = new Set(['failed', 'cancelled', 'interrupted'])

/** Pause, resume and cancel while a run is under way; a retry of what is unfinished after it. */
export const SyncControls = ({ status }: { status: SyncStatus }) => {
  if (!status.running) {
    if (!status.resources.some(({ state }) => UNFINISHED.has(state))) return null
    return (
      <Button size="small" icon={RotateCw} className={c('retry')} onClick={() => void startSync(null, 'rest')}>
        Retry what is unfinished
      </Button>
    )
  }
  return (
    <div className={c('controls')}>
      {status.paused ? (
        <Button key="resume" size="small" icon={Play} onClick={() => void resumeSync()}>
          Resume
        </Button>
      ) : (
        <Button key="pause" size="small" icon={Pause} onClick={() => void pauseSync()}>
          Pause
        </Button>
      )}
      <Button size="small" look="ghost" icon={Square} onClick={() => void cancelSync()}>
        Cancel the sync
      </Button>
    </div>
  )
}
