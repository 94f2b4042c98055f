import { Trash2 } from 'lucide-react'
import type { OutputOf } from '#contract/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { PutBackList, type Deleted } from '../ui/put-back-list.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { EmptyState } from '../ui/states.tsx'
import { usePutBack } from './deleted.tsx'
import { useCall } from './queries.ts'
import { Unanswered } from './unanswered.tsx'

type Trash = OutputOf<'trash.list'>

export type TrashDialogProps = Readonly<{
  title: string
  /** What lies in the trash of the kind that the dialog is about. */
  itemsOf: (trash: Trash) => readonly Deleted[]
  /** What the dialog says where nothing does. */
  emptyTitle: string
  emptyText: (days: number) => string
  onClose: () => void
}>

/** What was deleted of one kind, each with its way back. Import it from lazily loaded files only. */
export function TrashDialog({ title, itemsOf, emptyTitle, emptyText, onClose }: TrashDialogProps) {
  const reading = useCall('trash.list', { offset: 0, limit: 1 })
  const putBack = usePutBack()
  const items = reading.data && itemsOf(reading.data)
  return (
    <Dialog open title={title} onClose={onClose}>
      {reading.data === undefined || items === undefined ? (
        <Unanswered compact readings={[reading]}>
          <Skeleton lines={3} />
        </Unanswered>
      ) : items.length === 0 ? (
        <EmptyState compact icon={<Trash2 />} title={emptyTitle}>
          {emptyText(reading.data.days)}
        </EmptyState>
      ) : (
        <PutBackList label={`${title}, latest first`} items={items} onPutBack={putBack} />
      )}
    </Dialog>
  )
}
