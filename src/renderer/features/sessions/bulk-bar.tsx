import { CalendarDays, Merge, Tag, Trash2, X } from 'lucide-react'
import { formatHours } from '#domain/duration.ts'
import { formatCount } from '#domain/readable.ts'
import { secondsToHours } from '#domain/units.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { mergedAtMost, selectedAtMost, type SelectionView } from './selection.ts'
import type { Selecting } from './use-selecting.ts'
import './bulk-bar.css'

const unit = { one: 'session', many: 'sessions' }

/** What can be done with the selected sessions. It stays in sight at the foot of the list. */
export function BulkBar({
  view,
  all,
  selecting,
  onAsk,
}: Readonly<{
  view: SelectionView
  /** How many sessions the filter leaves. */
  all: number
  selecting: Selecting
  onAsk: (what: 'category' | 'move' | 'merge') => void
}>) {
  const { write, pending } = useWrite('sessions.remove')
  const count = view.ids.length
  const remove = async () => {
    const answer = await write({ ids: [...view.ids] })
    if (answer.ok) {
      offerUndo(`${formatCount(answer.value.removed, unit)} deleted.`, answer.change)
      selecting.clear()
    } else showToast({ message: answer.error.message, tone: 'negative' })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape bubbles up from its buttons
    <section
      aria-label="Selected sessions"
      className="sessions-bulk"
      onKeyDown={(event) => {
        if (event.key === 'Escape') selecting.clear()
      }}
    >
      <output>
        <strong>{formatCount(count, unit)}</strong> selected,{' '}
        {formatHours(secondsToHours(view.seconds))}
      </output>
      {count < Math.min(all, selectedAtMost) && (
        <Button size="s" variant="quiet" onClick={selecting.selectAll}>
          {all > selectedAtMost
            ? 'Select the latest 10,000'
            : `Select all ${formatCount(all, { one: '', many: '' }).trim()}`}
        </Button>
      )}
      <span className="sessions-bulk-actions">
        <Button
          size="s"
          icon={<Tag aria-hidden />}
          onClick={() => {
            onAsk('category')
          }}
        >
          Category
        </Button>
        <Button
          size="s"
          icon={<CalendarDays aria-hidden />}
          onClick={() => {
            onAsk('move')
          }}
        >
          Move
        </Button>
        <Button
          size="s"
          icon={<Merge aria-hidden />}
          disabled={!view.canMerge}
          title={
            view.canMerge
              ? 'Make one session of them'
              : `Merging takes 2 to ${mergedAtMost} sessions`
          }
          onClick={() => {
            onAsk('merge')
          }}
        >
          Merge
        </Button>
        <Button
          size="s"
          variant="danger"
          icon={<Trash2 aria-hidden />}
          pending={pending}
          onClick={() => void remove()}
        >
          Delete
        </Button>
        <IconButton
          size="s"
          label="Clear the selection"
          title="Clear the selection (Escape)"
          icon={<X aria-hidden />}
          onClick={selecting.clear}
        />
      </span>
    </section>
  )
}
