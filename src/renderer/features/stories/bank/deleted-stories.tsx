import { TrashDialog } from '../../../bridge/trash-dialog.tsx'
import { titleOf } from '../story-words.ts'

/** The stories that were deleted, each with its way back. */
export function DeletedStories({ onClose }: Readonly<{ onClose: () => void }>) {
  return (
    <TrashDialog
      title="Deleted stories"
      itemsOf={({ stories }) =>
        stories.map(({ story, deletedAt }) => ({ id: story.id, name: titleOf(story), deletedAt }))
      }
      emptyTitle="No story is in the trash"
      emptyText={(days) =>
        `What you delete stays here for ${days} days, with its versions and its figures.`
      }
      onClose={onClose}
    />
  )
}
