import { Component, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { FullScreen } from './FullScreen.tsx'

interface Props {
  children: ReactNode
}

interface State {
  broken: boolean
}

/** A defect in the window never leaves it blank: it says so and offers to draw everything again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <FullScreen
        title="The window ran into a problem"
        actions={
          <Button look="primary" onClick={() => location.reload()}>
            Reload the window
          </Button>
        }
      >
        This is a defect of the app. Nothing cached is lost, and a sync that is under way continues.
      </FullScreen>
    )
  }
}
