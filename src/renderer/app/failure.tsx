import { ClipboardCopy } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { bridge } from '../bridge/bridge.ts'
import { startJob } from '../bridge/jobs.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/states.tsx'
import { failureText } from './failure-text.ts'

const DiagnosticsDialog = lazy(() =>
  import('../features/safety/diagnostics-dialog.tsx').then((module) => ({
    default: module.DiagnosticsDialog,
  })),
)

/** A way out of what has failed: to somewhere else, or by closing it. */
export type WayBack = Readonly<{ label: string; go: () => void }>

/** What can be done where a part of the page has failed. */
export function Failure({
  error,
  wayBack,
  retry,
}: Readonly<{ error: Error; wayBack: WayBack; retry: () => void }>) {
  const [pending, setPending] = useState(false)
  const [text, setText] = useState<string | null>(null)
  const copy = async () => {
    setPending(true)
    const told = failureText(error, location.hash)
    const { answer } = startJob((id) => bridge.runJob(id, 'diagnostics.check', {}))
    const checked = await answer
    setText(checked.ok ? `${told}\n${checked.value.text}` : told)
    setPending(false)
  }
  return (
    <ErrorState
      title="This part of the window failed."
      actions={
        <>
          <Button
            variant="quiet"
            icon={<ClipboardCopy aria-hidden />}
            aria-haspopup="dialog"
            pending={pending}
            onClick={() => void copy()}
          >
            Copy diagnostics…
          </Button>
          <Button
            onClick={() => {
              wayBack.go()
              retry()
            }}
          >
            {wayBack.label}
          </Button>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        </>
      }
    >
      <p>What you saved is safe, and what you typed is still here.</p>
      <p>{error.message}</p>
      <Suspense fallback={null}>
        {text !== null && (
          <DiagnosticsDialog
            text={text}
            onClose={() => {
              setText(null)
            }}
          />
        )}
      </Suspense>
    </ErrorState>
  )
}
