import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { copyFailure } from '../../state/failure-detail.ts'
import { Button } from '../../ui/Button.tsx'
import { DetailButton } from '../../ui/DetailButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { OverBudget } from '../../ui/OverBudget.tsx'
import { lookUpLive, retryResolve, useResolveStore } from './resolve-store.ts'

/** Why the look-up failed and what can be done. Going over the day's number is possible, but asked for. */
export const ResolveFailure = ({ failure }: { failure: Failure }) => {
  const { request } = useResolveStore()
  const [confirming, setConfirming] = useState(false)
  if (failure.kind === 'offline') {
    return (
      <Notice
        tone="warn"
        title="You are offline: cached data still works."
        advice={
          failure.advice ?? 'The live look-up was not sent and nothing was spent. Try again once you are connected.'
        }
      />
    )
  }
  if (failure.kind === 'budget-exceeded' && request !== null) {
    const mode = request.mode === 'refresh' ? 'refresh' : 'live'
    return (
      <>
        <Notice
          tone="warn"
          title={failure.message}
          advice={failure.advice}
          actions={
            <Button size="small" onClick={() => setConfirming(true)}>
              Go over the limit
            </Button>
          }
        />
        <OverBudget
          open={confirming}
          text={failure.message}
          onClose={() => setConfirming(false)}
          onConfirm={() => {
            setConfirming(false)
            void lookUpLive(request.accountId, mode, true)
          }}
        />
      </>
    )
  }
  const retry = (
    <Button size="small" onClick={() => void retryResolve()}>
      Try again
    </Button>
  )
  return (
    <Notice
      tone="danger"
      title={failure.message}
      advice={failure.advice}
      actions={
        <>
          {failure.retryable && request?.mode === 'cached' && retry}
          <DetailButton copy={() => copyFailure('resolve', failure)} />
        </>
      }
    />
  )
}
