import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorState } from '../ui/states.tsx'
import { failedOf, type Answerable } from './failed.ts'

export type UnansweredProps = Readonly<{
  /** The reads without which nothing can be shown here. */
  readings: readonly Answerable[]
  /** Other ways out of a failure, before the one to try again. */
  actions?: ReactNode
  /** Inside a card or a dialog rather than alone on a screen. */
  compact?: boolean
  /** The shape of what is on its way. */
  children?: ReactNode
}>

/** What stands where reads are not answered yet: the shape of what is coming, or what went wrong and another try. */
export function Unanswered({ readings, actions, compact = false, children }: UnansweredProps) {
  const [failed] = failedOf(readings)
  if (failed === undefined)
    return (
      <div className="ui-pending" aria-busy>
        {children ?? (
          <Card>
            <Skeleton lines={8} />
          </Card>
        )}
      </div>
    )
  return (
    <ErrorState
      compact={compact}
      title={failed.error.message}
      actions={
        <>
          {actions}
          <Button
            size={compact ? 's' : 'm'}
            onClick={() => {
              for (const { retry } of failedOf(readings)) retry()
            }}
          >
            Try again
          </Button>
        </>
      }
    >
      {failed.error.hint}
    </ErrorState>
  )
}
