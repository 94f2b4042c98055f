import { Trash2 } from 'lucide-react'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PutBackList, type Deleted } from '../../ui/put-back-list.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.ts'

/** The figures that were deleted, each with its way back. */
export function TrashDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const reading = useCall('trash.list', { offset: 0, limit: 1 })
  const { data } = reading
  const { write } = useWrite('trash.restore')
  const putBack = async ({ id, name }: Deleted) => {
    const answer = await write({ ids: [id] })
    if (answer.ok) offerUndo(`“${name}” is back.`, answer.change)
    else showToast({ message: answer.error.message, tone: 'negative' })
  }
  return (
    <Dialog open title="Deleted figures" onClose={onClose}>
      {data === undefined ? (
        <Unanswered compact readings={[reading]}>
          <Skeleton lines={3} />
        </Unanswered>
      ) : data.evidence.length === 0 ? (
        <EmptyState compact icon={<Trash2 />} title="No figure is in the trash">
          What you delete stays here for {data.days} days and can be put back.
        </EmptyState>
      ) : (
        <PutBackList
          label="Deleted figures, latest first"
          items={data.evidence.map(({ evidence, deletedAt }) => ({
            id: evidence.id,
            name: evidence.metric,
            deletedAt,
          }))}
          onPutBack={(item) => void putBack(item)}
        />
      )}
    </Dialog>
  )
}
