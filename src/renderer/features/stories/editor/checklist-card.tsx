import { ListChecks, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useCalls } from '../../../bridge/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { FieldError } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useStore } from '../../../ui/store.ts'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'

const ChecklistDialog = lazy(() =>
  import('./checklist-dialog.tsx').then((module) => ({ default: module.ChecklistDialog })),
)

/** The items of the level's checklist that the story proves. */
export function ChecklistCard({ editing }: Readonly<{ editing: Editing }>) {
  const items = useShown(editing, 'checklistItems')
  const level = useShown(editing, 'level')
  const { refused } = useStore(editing.state)
  const [isChoosing, setChoosing] = useState(false)
  const books = [...new Set(items.map(({ playbook }) => playbook))]
  const read = useCalls(
    'playbooks.get',
    books.map((id) => ({ id })),
  )
  const textOf = (playbook: string, item: string) =>
    read[books.indexOf(playbook)]?.data?.checklist
      .flatMap((group) => group.items)
      .find(({ id }) => id === item)?.text ?? item
  return (
    <Card
      title="Proves on the checklist"
      lead="What of the level’s checklist this story shows. An item with a story weighs more than a tick."
      actions={
        <Button
          size="s"
          data-field="checklistItems"
          disabled={level === null}
          title={level === null ? 'Choose the level first' : undefined}
          onClick={() => {
            setChoosing(true)
          }}
        >
          Choose items
        </Button>
      }
    >
      {items.length === 0 ? (
        <p className="stories-none">
          <ListChecks aria-hidden />
          {level === null ? 'Choose the level above first.' : 'No item is linked yet.'}
        </p>
      ) : (
        <ul className="stories-proves" aria-label="Checklist items that the story proves">
          {items.map(({ playbook, item }) => (
            <li key={`${playbook} ${item}`}>
              <span>{textOf(playbook, item)}</span>
              {playbook !== level && <span className="stories-faint">{playbook}</span>}
              <IconButton
                size="s"
                label={`Unlink: ${textOf(playbook, item)}`}
                icon={<X aria-hidden />}
                onClick={() => {
                  editing.edit({
                    checklistItems: items.filter(
                      (other) => other.playbook !== playbook || other.item !== item,
                    ),
                  })
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {refused.checklistItems !== undefined && <FieldError>{refused.checklistItems}</FieldError>}
      {isChoosing && level !== null && (
        <Suspense fallback={null}>
          <ChecklistDialog
            level={level}
            editing={editing}
            onClose={() => {
              setChoosing(false)
            }}
          />
        </Suspense>
      )}
    </Card>
  )
}
