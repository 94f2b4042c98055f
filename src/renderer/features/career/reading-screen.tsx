import type { ReactNode } from 'react'
import type { Reading } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

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
  const { data } = reading
  if (data === undefined)
    return (
      <Screen title={title}>
        <Unanswered readings={[reading]}>
          <Skeleton block />
          <Skeleton block />
        </Unanswered>
      </Screen>
    )
  return (
    <Screen title={title} lead={lead?.(data)} actions={actions?.(data)}>
      {children(data)}
    </Screen>
  )
}
