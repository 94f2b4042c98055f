import { Trash2 } from 'lucide-react'
import { offerUndo } from '../../../bridge/history.ts'
import { useCall, useWrite } from '../../../bridge/queries.ts'
import { Unanswered } from '../../../bridge/unanswered.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { PutBackList, type Deleted } from '../../../ui/put-back-list.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { titleOf } from '../story-words.ts'

/** The stories that were deleted, each with its way back. */
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
    <Dialog open title="Deleted stories" onClose={onClose}>
      {data === undefined ? (
        <Unanswered compact readings={[reading]}>
          <Skeleton lines={3} />
        </Unanswered>
      ) : data.stories.length === 0 ? (
        <EmptyState compact icon={<Trash2 />} title="No story is in the trash">
          What you delete stays here for {data.days} days, with its versions and its figures.
        </EmptyState>
      ) : (
        <PutBackList
          label="Deleted stories, latest first"
          items={data.stories.map(({ story, deletedAt }) => ({
            id: story.id,
            name: titleOf(story),
            deletedAt,
          }))}
          onPutBack={(item) => void putBack(item)}
        />
      )}
    </Dialog>
  )
}
