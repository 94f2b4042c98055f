import { CircleAlert } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Notice } from '../../ui/states.tsx'
import type { Work } from './use-work.ts'

/** How far the work is, and why it failed. */
export function WorkLine({ work, canCancel }: Readonly<{ work: Work; canCancel?: boolean }>) {
  const { running, error } = work
  return (
    <>
      <div className="safety-work" data-idle={running === null || undefined}>
        <output>{running === null ? '' : running.canceling ? 'Stopping…' : running.what}</output>
        {running !== null && (
          <>
            <ProgressBar kind="work" label={running.what} value={running.done} />
            {canCancel === true && (
              <Button size="s" pending={running.canceling} onClick={work.cancel}>
                Cancel
              </Button>
            )}
          </>
        )}
      </div>
      {error !== null && (
        <Notice tone="negative" role="alert" icon={<CircleAlert aria-hidden />}>
          <p>
            <strong>{error.message}</strong> {error.hint}
          </p>
        </Notice>
      )}
    </>
  )
}
