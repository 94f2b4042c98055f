import { TrashDialog } from '../../bridge/trash-dialog.tsx'

/** The figures that were deleted, each with its way back. */
export function DeletedFigures({ onClose }: Readonly<{ onClose: () => void }>) {
  return (
    <TrashDialog
      title="Deleted figures"
      itemsOf={({ evidence: figures }) =>
        figures.map(({ evidence, deletedAt }) => ({
          id: evidence.id,
          name: evidence.metric,
          deletedAt,
        }))
      }
      emptyTitle="No figure is in the trash"
      emptyText={(days) => `What you delete stays here for ${days} days and can be put back.`}
      onClose={onClose}
    />
  )
}
