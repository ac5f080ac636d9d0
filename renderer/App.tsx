import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect } from 'react'
import { LockScreen } from './features/privacy/LockScreen.tsx'
import { FullScreen } from './features/shell/FullScreen.tsx'
import { Shell } from './features/shell/Shell.tsx'
import { Toasts } from './features/shell/Toasts.tsx'
import { useFirstAnswers } from './features/shell/use-first-answers.ts'
import { Welcome } from './features/welcome/Welcome.tsx'
import { ConnectForm } from './features/workspaces/ConnectForm.tsx'
import { UnopenedWorkspace } from './features/workspaces/UnopenedWorkspace.tsx'
import { keepFocus } from './lib/keep-focus.ts'
import { hasApi } from './state/api.ts'
import { copyFailure } from './state/failure-detail.ts'
import { loadWorkspaces, useWorkspaceStore } from './state/workspace-store.ts'
import { Button } from './ui/Button.tsx'
import { DetailButton } from './ui/DetailButton.tsx'

const Screen = () => {
  const { workspaces, failure } = useWorkspaceStore()
  const ready = useFirstAnswers(workspaces === null ? null : workspaces.current !== null && !workspaces.locked)
  if (workspaces === null && failure !== null) {
    return (
      <FullScreen
        title="The app could not start"
        actions={
          <>
            <Button look="primary" onClick={() => void loadWorkspaces()}>
              Try again
            </Button>
            <DetailButton copy={() => copyFailure('start', failure)} />
          </>
        }
      >
        <p>{failure.message}</p>
        {failure.advice && <p>{failure.advice}</p>}
      </FullScreen>
    )
  }
  // The first answer takes a few milliseconds: the window keeps its plain background until then.
  if (workspaces === null) return null
  if (workspaces.locked) return <LockScreen />
  if (workspaces.current !== null) return ready ? <Shell /> : null
  const { unopened } = workspaces
  const closed = workspaces.workspaces.find(({ id }) => id === unopened?.id)
  if (unopened !== null && closed !== undefined) return <UnopenedWorkspace unopened={unopened} workspace={closed} />
  return (
    <Welcome
      notice={workspaces.notice}
      connectForm={<ConnectForm keyring={workspaces.keyring} onDone={() => undefined} />}
    />
  )
}

const Connected = () => {
  useEffect(() => keepFocus(), [])
  return (
    <>
      <Screen />
      <Toasts />
    </>
  )
}

/** The window: first start, or the open workspace, or why neither can be shown. */
export const App = () => (
  // The page's policy allows no inline styles, so the parts must not insert style elements.
  <CSPProvider disableStyleElements>
    <Tooltip.Provider delay={500}>
      {hasApi() ? (
        <Connected />
      ) : (
        <FullScreen title="This page is a part of postpress Inspector">
          It has no connection to the app. Open it with the app instead of a browser. If this is the app, quit it and
          start it again.
        </FullScreen>
      )}
    </Tooltip.Provider>
  </CSPProvider>
)
