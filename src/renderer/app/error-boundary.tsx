import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/states.tsx'

type Props = Readonly<{ children: ReactNode }>
type State = Readonly<{ error: Error | null }>

/**
 * Shows what can be done when a part of the page fails, and leaves the rest alone. What was typed lives outside of
 * components, so trying again finds it. React offers this only to classes.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error('A part of the page failed.', error, info.componentStack)
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <ErrorState
        title="This part of the window failed."
        actions={
          <Button
            onClick={() => {
              this.setState({ error: null })
            }}
          >
            Try again
          </Button>
        }
      >
        <p>What you saved is safe, and what you typed is still here.</p>
        <p>{error.message}</p>
      </ErrorState>
    )
  }
}
