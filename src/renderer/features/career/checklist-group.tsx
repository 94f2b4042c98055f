import { Plus } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { ChecklistGroup, ChecklistRow, ChecklistState } from '#contract/checklist.ts'
import { formatPercent } from '#domain/readable.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { FormError } from '../../ui/field.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useStore } from '../../ui/store.ts'
import { TextField } from '../../ui/text-field.tsx'
import { ChecklistItem } from './checklist-row.tsx'
import { createDrafts } from './drafts.ts'
import { Explained, sourceOf } from './explained.tsx'

const newItems = createDrafts(() => '')

/** A group of items with how far it is, and a way to add one of one's own. */
export function ChecklistGroupCard({
  level,
  group,
  isFirstOfSection,
  shown,
  isFiltered,
  current,
  onFocus,
  onKeyDown,
  onOpen,
  onState,
}: Readonly<{
  level: string
  group: ChecklistGroup
  isFirstOfSection: boolean
  /** The items that the filter lets through. */
  shown: readonly ChecklistRow[]
  isFiltered: boolean
  current: string | null
  onFocus: (item: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  onOpen: (item: string) => void
  onState: (row: ChecklistRow, state: ChecklistState) => void
}>) {
  const { progress } = group
  const done = progress.shown + progress.shownWithStory
  if (isFiltered && shown.length === 0) return null
  return (
    <>
      {isFirstOfSection && <h2 className="checklist-section">{group.section}</h2>}
      <section className="ui-card checklist-group" data-flush aria-label={group.name}>
        <header className="checklist-group-head">
          <h3>
            {group.name}
            {group.provenance !== null && (
              <Explained
                about={group.name}
                formula="Each item counts the same; see Progress with evidence for what one is worth."
                numbers={`${group.name}: ${formatPercent(progress.progress)}`}
                {...sourceOf(group.provenance)}
              />
            )}
          </h3>
          <span className="checklist-group-figure">
            {done} of {progress.items} shown
            {progress.own > 0 && `, ${progress.own} of your own`}
          </span>
          <div className="checklist-group-bar">
            <ProgressBar
              label={`${group.name} with evidence`}
              value={progress.progress}
              valueText={formatPercent(progress.progress)}
            />
          </div>
        </header>
        <ul className="checklist-items">
          {shown.map((row) => (
            <ChecklistItem
              key={row.item}
              row={row}
              isCurrent={row.item === current}
              onFocus={() => {
                onFocus(row.item)
              }}
              onKeyDown={onKeyDown}
              onOpen={() => {
                onOpen(row.item)
              }}
              onState={(state) => {
                onState(row, state)
              }}
            />
          ))}
        </ul>
        {!isFiltered && <NewItem level={level} group={group} />}
      </section>
    </>
  )
}

function NewItem({ level, group }: Readonly<{ level: string; group: ChecklistGroup }>) {
  const draft = newItems(`${level}/${group.id}`)
  const text = useStore(draft)
  const [isOpen, setOpen] = useState(text !== '')
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('checklist.addItem')
  const opener = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    // Not when the page is opened with something typed before: only where somebody has just asked for the field.
    if (isAsked) field.current?.focus()
  }, [isAsked])
  const close = () => {
    setOpen(false)
    setAsked(false)
    setError(null)
    requestAnimationFrame(() => opener.current?.focus())
  }
  const add = async () => {
    const answer = await write({ level, group: group.id, text })
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    draft.set('')
    close()
    offerUndo('Item added.', answer.change)
  }
  if (!isOpen)
    return (
      <div className="checklist-new">
        <Button
          ref={opener}
          size="s"
          variant="quiet"
          icon={<Plus aria-hidden />}
          aria-label={`Add an item of your own to ${group.name}`}
          onClick={() => {
            setOpen(true)
            setAsked(true)
          }}
        >
          Add an item of your own
        </Button>
      </div>
    )
  const elsewhere = errorElsewhere(error, ['text'])
  return (
    <form
      className="checklist-new"
      noValidate
      aria-label={`New item in ${group.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div className="career-entry">
        <TextField
          ref={field}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
          }}
          label="Item of your own"
          hint="A statement in the first person that evidence can prove. It never changes the progress of the playbook's items."
          value={text}
          onValue={(next) => {
            draft.set(next)
            setError(null)
          }}
          error={errorAt(error, 'text')}
        />
        <Button onClick={close}>Cancel</Button>
        <Button variant="primary" type="submit" pending={pending}>
          Add
        </Button>
      </div>
      <FormError>{elsewhere}</FormError>
    </form>
  )
}
