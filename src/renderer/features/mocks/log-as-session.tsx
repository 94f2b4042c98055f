import { Link2Off, Timer } from 'lucide-react'
import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Mock } from '#contract/mocks.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatDay } from '#domain/readable.ts'
import { offerUndo, tellOutcome } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { LogSessionDialog } from './log-session-dialog.tsx'
import { usualCategory, usualDuration } from './session-defaults.ts'

/**
 * Makes a mock interview a study session in one click, of the usual length in the category that fits. Where the day
 * has a session that may be this very interview, or something is in the way, a window asks first.
 */
export function LogAsSession({ mock, size = 'm' }: Readonly<{ mock: Mock; size?: 's' | 'm' }>) {
  const level = useCall('profile.get', {}).data?.profile?.level
  const playbook = useCall(
    'playbooks.get',
    { id: level ?? '' },
    { enabled: level !== undefined },
  ).data
  const mocks = useCall('mocks.list', {}).data ?? []
  const ofDay = useCall(
    'sessions.page',
    { filter: { from: mock.date, to: mock.date, kinds: ['mock-interview'] }, offset: 0, limit: 20 },
    { enabled: mock.session === null },
  ).data
  const log = useWrite('mocks.logSession')
  const tie = useWrite('mocks.tieSession')
  const [asking, setAsking] = useState<Readonly<{ error: CallError | null }> | null>(null)

  const untie = async () => {
    const answer = await tie.write({ id: mock.id, sessionId: null })
    tellOutcome(answer, 'Untied. The session stays in the log.')
  }
  if (mock.session !== null)
    return (
      <span className="mocks-session">
        <Timer aria-hidden />
        <span>
          Logged{mock.session.date === mock.date ? '' : ` ${formatDay(mock.session.date)}`},{' '}
          {formatDuration(mock.session.durationS)}
        </span>
        <Button
          size="s"
          variant="quiet"
          icon={<Link2Off aria-hidden />}
          title="The session stays in the log"
          pending={tie.pending}
          onClick={() => void untie()}
        >
          Untie
        </Button>
      </span>
    )

  const tied = new Set(mocks.flatMap(({ session }) => session?.id ?? []))
  const candidates = (ofDay ?? []).filter(({ id }) => !tied.has(id))
  const categories = playbook?.plan.categories ?? []
  const category = usualCategory(
    mock.type,
    categories.map(({ slug }) => slug),
  )
  const duration = usualDuration(mock.type)
  const logNow = async () => {
    const answer = await log.write({ id: mock.id, category, duration })
    if (answer.ok) {
      const name = categories.find(({ slug }) => slug === category)?.name ?? category
      offerUndo(`Logged ${duration} of ${name}. It counts one mock interview.`, answer.change)
    } else setAsking({ error: answer.error })
  }
  return (
    <>
      <Button
        size={size}
        icon={<Timer aria-hidden />}
        pending={log.pending}
        disabled={playbook === undefined || ofDay === undefined}
        onClick={() => {
          if (candidates.length > 0) setAsking({ error: null })
          else void logNow()
        }}
      >
        Log as session
      </Button>
      {asking !== null && (
        <LogSessionDialog
          mock={mock}
          candidates={candidates}
          categories={categories}
          first={{ category, duration, error: asking.error }}
          onClose={() => {
            setAsking(null)
          }}
        />
      )}
    </>
  )
}
