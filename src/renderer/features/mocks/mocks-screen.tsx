import { MessagesSquare, Plus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { mockTypeNames } from '#domain/mocks.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { DeletedCard } from '../../bridge/deleted.tsx'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { MockList } from './mock-list.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import './mocks.css'

const TrendCard = lazy(() =>
  import('./trend-card.tsx').then((module) => ({ default: module.TrendCard })),
)

const unit = { one: 'mock interview', many: 'mock interviews' }

/** The mock interviews and how each principle went over time. */
export function MocksScreen() {
  const reading = useCall('mocks.list', {})
  const { data: mocks } = reading
  const add = (
    <LinkButton variant="primary" icon={<Plus aria-hidden />} href="#/practice/mocks/new">
      New mock interview
    </LinkButton>
  )
  if (mocks === undefined)
    return (
      <Screen title="Mock interviews">
        <Unanswered readings={[reading]}>
          <Skeleton lines={6} />
        </Unanswered>
      </Screen>
    )
  if (mocks.length === 0)
    return (
      <Screen title="Mock interviews">
        <EmptyState icon={<MessagesSquare />} title="No mock interviews yet" actions={add}>
          Enter the scorecard after each one: what the interviewer rated, what you would have rated
          yourself, and which stories you told. From the second on you see how each principle moves.
        </EmptyState>
        <DeletedMocks />
      </Screen>
    )
  const logged = mocks.filter(({ session }) => session !== null).length
  return (
    <Screen
      title="Mock interviews"
      lead={`${formatCount(mocks.length, unit)}, ${logged === mocks.length ? 'all' : logged} logged as study sessions. Only sessions count towards milestones.`}
      actions={add}
    >
      <MockList mocks={mocks} />
      <Suspense fallback={<Skeleton lines={6} />}>
        <TrendCard mocks={mocks} />
      </Suspense>
      <DeletedMocks />
    </Screen>
  )
}

function DeletedMocks() {
  const trash = useCall('trash.list', { limit: 1 }).data
  if (trash === undefined) return null
  return (
    <DeletedCard
      title="Deleted mock interviews"
      days={trash.days}
      items={trash.mocks.map(({ mock, deletedAt }) => ({
        id: mock.id,
        name: [`${mockTypeNames[mock.type]}, ${formatDay(mock.date)}`, mock.interviewer]
          .filter(Boolean)
          .join(', '),
        deletedAt,
      }))}
    />
  )
}
