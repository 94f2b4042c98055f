import type { OutputOf } from '#contract/index.ts'
import { usePutBack } from '../../bridge/deleted.tsx'
import { PutBackList } from '../../ui/put-back-list.tsx'

/** Own items that were removed in the last 30 days, each with a way back. */
export function RemovedItems({
  removed,
}: Readonly<{ removed: OutputOf<'checklist.get'>['removed'] }>) {
  const putBack = usePutBack()
  if (removed.length === 0) return null
  return (
    <details className="checklist-removed">
      <summary>Removed items of your own ({removed.length})</summary>
      <PutBackList
        label="Removed items of your own"
        items={removed.map(({ item, text, deletedAt }) => ({ id: item, name: text, deletedAt }))}
        onPutBack={putBack}
      />
      <p className="career-quiet">They are kept for 30 days.</p>
    </details>
  )
}
