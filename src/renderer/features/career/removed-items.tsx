import { Undo2 } from 'lucide-react'
import type { OutputOf } from '#contract/index.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.ts'

/** Own items that were removed in the last 30 days, each with a way back. */
export function RemovedItems({
  removed,
}: Readonly<{ removed: OutputOf<'checklist.get'>['removed'] }>) {
  const { write } = useWrite('trash.restore')
  if (removed.length === 0) return null
  const putBack = async (item: string) => {
    const answer = await write({ ids: [item] })
    if (answer.ok) offerUndo('Item put back.', answer.change)
    else showToast({ message: answer.error.message, tone: 'negative' })
  }
  return (
    <details className="checklist-removed">
      <summary>Removed items of your own ({removed.length})</summary>
      <ul>
        {removed.map(({ item, text }) => (
          <li key={item}>
            <span>{text}</span>
            <Button
              size="s"
              icon={<Undo2 aria-hidden />}
              aria-label={`Put back ${text}`}
              onClick={() => void putBack(item)}
            >
              Put back
            </Button>
          </li>
        ))}
      </ul>
      <p className="career-quiet">They are kept for 30 days.</p>
    </details>
  )
}
