import { History, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { redo, undo } from '../../bridge/history.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { momentInWords } from './past-view.ts'

const shownAtFirst = 100
const shownAtMost = 1000

/** The last changes, newest first, with when they were made and whether they were taken back. */
export function ChangeList() {
  const [limit, setLimit] = useState(shownAtFirst)
  const reading = useCall('history.list', { limit })
  const { data: changes } = reading
  const { data: next } = useCall('history.peek', {})
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()

  if (changes === undefined)
    return (
      <Unanswered compact readings={[reading]}>
        <Skeleton lines={5} />
      </Unanswered>
    )
  return (
    <div className="sessions-past-part">
      <div className="sessions-past-head">
        <p>Undo goes back step by step, whichever window or terminal made the change.</p>
        <span className="sessions-past-steps">
          <Button
            size="s"
            icon={<Undo2 aria-hidden />}
            aria-disabled={!next?.undo || undefined}
            title={next?.undo ? `Undo: ${next.undo.label}` : 'Nothing to undo'}
            onClick={() => {
              if (next?.undo) void undo()
            }}
          >
            Undo
          </Button>
          <Button
            size="s"
            icon={<Redo2 aria-hidden />}
            aria-disabled={!next?.redo || undefined}
            title={next?.redo ? `Redo: ${next.redo.label}` : 'Nothing to redo'}
            onClick={() => {
              if (next?.redo) void redo()
            }}
          >
            Redo
          </Button>
        </span>
      </div>
      {changes.length === 0 ? (
        <EmptyState compact icon={<History />} title="Nothing was changed yet">
          Every change stands here and can be taken back, also after a restart.
        </EmptyState>
      ) : (
        <ol className="sessions-past-list" aria-label="Changes, newest first">
          {changes.map(({ change, label, madeAt, undone }) => (
            <li key={change} data-undone={undone || undefined}>
              <span className="sessions-past-what">{label}</span>
              {undone && <Badge>Undone</Badge>}
              <span className="sessions-past-when">{momentInWords(madeAt, timeZone)}</span>
            </li>
          ))}
        </ol>
      )}
      {changes.length === shownAtFirst && limit < shownAtMost && (
        <Button
          onClick={() => {
            setLimit(shownAtMost)
          }}
        >
          Show more
        </Button>
      )}
    </div>
  )
}
