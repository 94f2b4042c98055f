import type { ReactNode } from 'react'
import type { Reading } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'

/** A screen that shows one answer: what is on its way, what went wrong, or what there is. */
export function ReadingScreen<T>({
  title,
  reading,
  lead,
  actions,
  children,
}: Readonly<{
  title: string
  reading: Reading<T>
  lead?: (data: T) => ReactNode
  actions?: (data: T) => ReactNode
  children: (data: T) => ReactNode
}>) {
  const { data, error, retry } = reading
  if (data !== undefined)
    return (
      <Screen title={title} lead={lead?.(data)} actions={actions?.(data)}>
        {children(data)}
      </Screen>
    )
  return (
    <Screen title={title}>
      {error === null ? (
        <div aria-busy className="career-pending">
          <Skeleton block />
          <Skeleton block />
        </div>
      ) : (
        <ErrorState title={error.message} actions={<Button onClick={retry}>Try again</Button>}>
          {error.hint}
        </ErrorState>
      )}
    </Screen>
  )
}
