import { useState } from 'react'
import { useCall } from '../../../bridge/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'

/** The checklist of a level, to tick what the story proves. */
export function ChecklistDialog({
  level,
  editing,
  onClose,
}: Readonly<{ level: string; editing: Editing; onClose: () => void }>) {
  const { data: book } = useCall('playbooks.get', { id: level })
  const items = useShown(editing, 'checklistItems')
  const [search, setSearch] = useState('')
  const words = search.toLowerCase().split(/\s+/)
  const isChosen = (item: string) =>
    items.some((other) => other.playbook === level && other.item === item)
  const groups = (book?.checklist ?? []).flatMap((group) => {
    const found = group.items.filter(({ text }) =>
      words.every((word) => text.toLowerCase().includes(word)),
    )
    return found.length === 0 ? [] : [{ ...group, items: found }]
  })
  return (
    <Dialog
      open
      size="l"
      title={`Checklist of ${level}`}
      description="Tick what an interviewer would believe after hearing this story."
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <TextField label="Search the checklist" value={search} onValue={setSearch} />
      {book === undefined && <Skeleton lines={8} />}
      {book !== undefined && groups.length === 0 && (
        <p className="stories-none">No item has these words.</p>
      )}
      {groups.map((group) => (
        <fieldset key={group.id} className="stories-check-group">
          <legend>
            {group.section}: {group.name}
          </legend>
          {group.items.map(({ id, text }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={isChosen(id)}
                onChange={(event) => {
                  editing.edit({
                    checklistItems: event.target.checked
                      ? [...items, { playbook: level, item: id }]
                      : items.filter((other) => other.playbook !== level || other.item !== id),
                  })
                }}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  )
}
