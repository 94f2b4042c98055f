import { Trash2, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatDuration } from '#domain/duration.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { trashEntries, type TrashEntry } from '#domain/trash-entries.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Badge, CategoryLabel } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { AlertDialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useFocusInList } from '../../ui/use-focus-in-list.ts'
import type { Categories } from './categories.ts'
import { momentInWords, timeLeft } from './past-view.ts'

const unit = { one: 'entry', many: 'entries' }
/** How many sessions are shown at first; all that the engine tells at once on request. */
const shownAtFirst = 50
const shownAtMost = 500

/** What was deleted in the last 30 days, the latest first, each with a way back. */
export function TrashList({ categories }: Readonly<{ categories: Categories }>) {
  const [limit, setLimit] = useState(shownAtFirst)
  const reading = useCall('trash.list', { offset: 0, limit })
  const { data } = reading
  const { data: now } = useCall('profile.get', {})
  const restore = useWrite('trash.restore')
  const empty = useWrite('trash.empty')
  const [isAsking, setAsking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const place = useRef<HTMLDivElement>(null)

  const focus = useFocusInList(place)
  const putBack = async (entry: TrashEntry) => {
    const answer = await restore.write({ ids: [entry.id] })
    setFailed(answer.ok ? null : answer.error.message)
    if (answer.ok) offerUndo(`Put back: ${nameOf(entry, categories)}.`, answer.change)
  }
  const emptyAll = async () => {
    const answer = await empty.write({})
    setAsking(false)
    setFailed(answer.ok ? null : answer.error.message)
    if (!answer.ok) return
    offerUndo(`${formatCount(answer.value.deleted, unit)} deleted for good.`, answer.change)
    // The question gives the focus back first, to a button that goes away.
    setTimeout(() => {
      place.current?.focus()
    }, 150)
  }

  if (data === undefined)
    return (
      <Unanswered compact readings={[reading]}>
        <Skeleton lines={5} />
      </Unanswered>
    )
  const { entries, total, areAll } = trashEntries(data, limit, shownAtMost)
  return (
    <div ref={place} tabIndex={-1} className="sessions-past-part" {...focus}>
      {total === 0 ? (
        <EmptyState compact icon={<Trash2 />} title="The trash is empty">
          What you delete stays here for {data.days} days and can be put back.
        </EmptyState>
      ) : (
        <>
          <div className="sessions-past-head">
            <p>
              {formatCount(total, unit)}, each kept for {data.days} days
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
          <ul className="sessions-past-list" aria-label="What was deleted, latest first">
            {entries.map((entry) => (
              <li key={entry.id}>
                <div className="sessions-past-what">
                  <Deleted entry={entry} categories={categories} />
                  <span className="sessions-past-when">
                    Deleted {momentInWords(entry.deletedAt, timeZone)}
                    {now !== undefined &&
                      `, ${timeLeft(entry.deletedAt, now.today, data.days, timeZone)}`}
                  </span>
                </div>
                <Button
                  size="s"
                  icon={<Undo2 aria-hidden />}
                  aria-label={`Put back ${nameOf(entry, categories)}`}
                  onClick={() => void putBack(entry)}
                >
                  Put back
                </Button>
              </li>
            ))}
          </ul>
          {!areAll && (
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
      <FormError>{failed}</FormError>
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
        {formatCount(total, unit)} will be deleted for good: sessions, stories and all else that is
        listed here. Only Undo brings them back, as long as the list of changes reaches that far.
      </AlertDialog>
    </div>
  )
}

/** What a person knows a deleted thing by. */
function Deleted({ entry, categories }: Readonly<{ entry: TrashEntry; categories: Categories }>) {
  if (entry.session === null)
    return (
      <>
        <span className="sessions-past-name">
          <Badge>{entry.kind}</Badge> <span dir="auto">{entry.name}</span>
        </span>
        {entry.detail !== '' && <span className="sessions-past-note">{entry.detail}</span>}
      </>
    )
  const { session } = entry
  return (
    <>
      <span>
        <CategoryLabel position={categories.positionOf(session)}>
          {categories.nameOf(session)}
        </CategoryLabel>
        , {formatDay(session.studyDay)} {session.time}, {formatDuration(session.durationS)}
      </span>
      {session.note !== '' && <span className="sessions-past-note">{session.note}</span>}
    </>
  )
}

function nameOf(entry: TrashEntry, categories: Categories): string {
  if (entry.session === null) return `${entry.kind.toLowerCase()}: ${entry.name}`
  const { session } = entry
  return `${categories.nameOf(session)}, ${formatDay(session.studyDay)} ${session.time}`
}
