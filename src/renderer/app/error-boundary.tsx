import { Component, type ErrorInfo, type ReactNode } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { bridge } from '../bridge/bridge.ts'
import { startJob } from '../bridge/jobs.ts'
import { failureOf } from './failure-text.ts'
import { Failure, type WayBack } from './failure.tsx'

type Props = Readonly<{
  children: ReactNode
  /** Where there is somewhere better to go than to the first screen. */
  wayBack?: WayBack
}>
type State = Readonly<{ error: Error | null }>

const toToday: WayBack = {
  label: 'Go to Today',
  // Heard of at once by everything that shows the address; trying again then finds the other screen.
  go: () => {
    navigate('/')
  },
}

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
    if (!(error instanceof Error)) return
    const failure = failureOf(error, location.hash)
    // Where there is no answer either, what can be copied is all there is.
    void startJob((id) => bridge.runJob(id, 'diagnostics.pageFailed', failure)).answer
  }

  override render() {
    const { error } = this.state
    const { children, wayBack = toToday } = this.props
    if (error === null) return children
    return (
      <Failure
        error={error}
        wayBack={wayBack}
        retry={() => {
          this.setState({ error: null })
        }}
      />
    )
  }
}
