import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Categories } from './categories.ts'
import { ChangeList } from './change-list.tsx'
import { pastWindow, type PastTab } from './past-window.ts'
import { TrashList } from './trash-list.tsx'
import './past-dialog.css'

const tabs: readonly Readonly<{ value: PastTab; label: string }>[] = [
  { value: 'trash', label: 'Trash' },
  { value: 'changes', label: 'Changes' },
]

/** What was deleted and what was changed, each with the way back. */
export function PastDialog({
  tab,
  categories,
}: Readonly<{ tab: PastTab; categories: Categories }>) {
  return (
    <Dialog
      open
      size="l"
      title="Trash and changes"
      onClose={() => {
        pastWindow.set(null)
      }}
    >
      <div className="sessions-past">
        <Segmented label="Show" value={tab} options={tabs} onValue={pastWindow.set} />
        {tab === 'trash' ? <TrashList categories={categories} /> : <ChangeList />}
      </div>
    </Dialog>
  )
}
