import { Trash2, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatDuration } from '#domain/duration.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { CategoryLabel } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { AlertDialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import type { Categories } from './categories.ts'
import { momentInWords, timeLeft } from './past-view.ts'

const unit = { one: 'session', many: 'sessions' }
/** How many are shown at first; all that the engine tells at once on request. */
const shownAtFirst = 50
const shownAtMost = 500

/** What was deleted in the last 30 days, the latest first, each with a way back. */
export function TrashList({ categories }: Readonly<{ categories: Categories }>) {
  const [limit, setLimit] = useState(shownAtFirst)
  const { data, error, retry } = useCall('trash.list', { offset: 0, limit })
  const { data: now } = useCall('profile.get', {})
  const restore = useWrite('trash.restore')
  const empty = useWrite('trash.empty')
  const [isAsking, setAsking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const place = useRef<HTMLDivElement>(null)

  /** What was pressed goes away: the next way back takes the focus, so that the keyboard stays in the list. */
  const focusNext = (at: number) => {
    setTimeout(() => {
      const buttons = place.current?.querySelectorAll<HTMLElement>('li button') ?? []
      const next = buttons[Math.min(at, buttons.length - 1)]
      if (next) next.focus()
      else place.current?.focus()
    }, 150)
  }
  const putBack = async (ids: readonly string[], at: number) => {
    const answer = await restore.write({ ids: [...ids] })
    setFailed(answer.ok ? null : answer.error.message)
    if (!answer.ok) return
    offerUndo(`${formatCount(answer.value.restored, unit)} put back.`, answer.change)
    focusNext(at)
  }
  const emptyAll = async () => {
    const answer = await empty.write({})
    setAsking(false)
    setFailed(answer.ok ? null : answer.error.message)
    if (answer.ok)
      offerUndo(`${formatCount(answer.value.deleted, unit)} deleted for good.`, answer.change)
    focusNext(0)
  }

  if (data === undefined)
    return error === null ? (
      <Skeleton lines={5} />
    ) : (
      <ErrorState
        compact
        title={error.message}
        actions={<Button onClick={retry}>Try again</Button>}
      >
        {error.hint}
      </ErrorState>
    )
  return (
    <div ref={place} tabIndex={-1} className="sessions-past-part">
      {data.total === 0 ? (
        <EmptyState compact icon={<Trash2 />} title="The trash is empty">
          What you delete stays here for {data.days} days and can be put back.
        </EmptyState>
      ) : (
        <>
          <div className="sessions-past-head">
            <p>
              {formatCount(data.total, unit)}, each kept for {data.days} days
            </p>
            <Button
              size="s"
              variant="danger"
              icon={<Trash2 aria-hidden />}
              onClick={() => {
                setAsking(true)
              }}
            >
              Empty trash
            </Button>
          </div>
          <ul className="sessions-past-list" aria-label="Deleted sessions, latest first">
            {data.sessions.map(({ session, deletedAt }, at) => (
              <li key={session.id}>
                <div className="sessions-past-what">
                  <span>
                    <CategoryLabel position={categories.positionOf(session)}>
                      {categories.nameOf(session)}
                    </CategoryLabel>
                    , {formatDay(session.studyDay)} {session.time},{' '}
                    {formatDuration(session.durationS)}
                  </span>
                  {session.note !== '' && (
                    <span className="sessions-past-note">{session.note}</span>
                  )}
                  <span className="sessions-past-when">
                    Deleted {momentInWords(deletedAt, timeZone)}
                    {now !== undefined &&
                      `, ${timeLeft(deletedAt, now.today, data.days, timeZone)}`}
                  </span>
                </div>
                <Button
                  size="s"
                  icon={<Undo2 aria-hidden />}
                  aria-label={`Put back ${categories.nameOf(session)}, ${formatDay(session.studyDay)} ${session.time}`}
                  onClick={() => void putBack([session.id], at)}
                >
                  Put back
                </Button>
              </li>
            ))}
          </ul>
          {data.total > data.sessions.length && limit < shownAtMost && (
            <Button
              onClick={() => {
                setLimit(shownAtMost)
              }}
            >
              Show more
            </Button>
          )}
        </>
      )}
      {failed !== null && (
        <div role="alert">
          <FieldError>{failed}</FieldError>
        </div>
      )}
      <AlertDialog
        open={isAsking}
        title="Empty the trash?"
        confirmLabel="Empty trash"
        danger
        pending={empty.pending}
        onCancel={() => {
          setAsking(false)
        }}
        onConfirm={() => void emptyAll()}
      >
        {formatCount(data.total, unit)} will be deleted for good. Only Undo brings them back, as
        long as the list of changes reaches that far.
      </AlertDialog>
    </div>
  )
}
