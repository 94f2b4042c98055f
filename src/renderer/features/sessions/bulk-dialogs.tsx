import { useState } from 'react'
import type { CallError, Result } from '#contract/errors.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import type { Categories } from './categories.ts'
import { durationInWords } from './draft.ts'
import type { SelectionView } from './selection.ts'

type WindowProps = Readonly<{
  view: SelectionView
  categories: Categories
  onClose: () => void
  /** After it was done. */
  onDone: () => void
}>

const unit = { one: 'session', many: 'sessions' }

/** Gives the selected sessions another category. */
export function CategoryDialog({ view, categories, onClose, onDone }: WindowProps) {
  const [category, setCategory] = useState(categories.plan[0]?.slug ?? '')
  const { write, pending } = useWrite('sessions.change')
  const ending = useEnding(onClose, onDone)
  return (
    <BulkDialog
      title="Change the category"
      description={`Counts, notes and times of ${formatCount(view.ids.length, unit)} stay as they are.`}
      action="Change category"
      pending={pending}
      error={errorElsewhere(ending.error, ['category'])}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await write({ ids: [...view.ids], category })
        ending.end(answer, (value) => `${formatCount(value.changed, unit)} changed.`)
      }}
    >
      <CategorySelect
        categories={categories}
        value={category}
        onValue={setCategory}
        error={errorAt(ending.error, 'category')}
      />
    </BulkDialog>
  )
}

/** Moves the selected sessions by whole days. */
export function MoveDialog({ view, onClose, onDone }: WindowProps) {
  const [direction, setDirection] = useState<'earlier' | 'later'>('earlier')
  const [days, setDays] = useState('1')
  const { write, pending } = useWrite('sessions.change')
  const ending = useEnding(onClose, onDone)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <BulkDialog
      title="Move to another day"
      description={`${formatCount(view.ids.length, unit)} keep their time of day. None can move into the future.`}
      action="Move"
      pending={pending}
      error={errorElsewhere(ending.error, ['moveByDays'])}
      onClose={onClose}
      onSubmit={async () => {
        if (!/^[1-9]\d{0,4}$/.test(days.trim())) {
          setTyped('Write a whole number of days, 1 or more.')
          return
        }
        const moveByDays = Number(days) * (direction === 'earlier' ? -1 : 1)
        const answer = await write({ ids: [...view.ids], moveByDays })
        ending.end(answer, (value) => `${formatCount(value.changed, unit)} moved.`)
      }}
    >
      <NumberField
        label="Days"
        data-autofocus
        inputMode="numeric"
        value={days}
        error={typed ?? errorAt(ending.error, 'moveByDays')}
        onValue={(value) => {
          setDays(value)
          setTyped(null)
          ending.forget()
        }}
      />
      <Segmented
        label="Direction"
        value={direction}
        options={[
          { value: 'earlier', label: 'Earlier' },
          { value: 'later', label: 'Later' },
        ]}
        onValue={(value) => {
          setDirection(value)
          ending.forget()
        }}
      />
    </BulkDialog>
  )
}

/** Makes one of the selected sessions. */
export function MergeDialog({ view, categories, onClose, onDone }: WindowProps) {
  const [category, setCategory] = useState(
    categories.plan.find(({ slug }) => slug === view.earliest?.planCategory)?.slug ??
      categories.plan[0]?.slug ??
      '',
  )
  const { write, pending } = useWrite('sessions.merge')
  const ending = useEnding(onClose, onDone)
  const start =
    view.earliest === null ? '' : `${formatDay(view.earliest.studyDay)}, ${view.earliest.time}`
  return (
    <BulkDialog
      title={`Merge ${formatCount(view.ids.length, unit)}`}
      description={`One session takes their place. It starts on ${start} and lasts ${durationInWords(view.seconds)}; counts add up and notes follow each other.`}
      action="Merge"
      pending={pending}
      error={errorElsewhere(ending.error, view.categoriesDiffer ? ['category'] : [])}
      onClose={onClose}
      onSubmit={async () => {
        const chosen = view.categoriesDiffer ? { category } : {}
        const answer = await write({ ids: [...view.ids], ...chosen })
        ending.end(answer, () => `${formatCount(view.ids.length, unit)} merged.`)
      }}
    >
      {view.categoriesDiffer && (
        <CategorySelect
          categories={categories}
          value={category}
          onValue={setCategory}
          hint="Their categories differ: choose the one to keep."
          error={errorAt(ending.error, 'category')}
        />
      )}
    </BulkDialog>
  )
}

function CategorySelect({
  categories,
  value,
  onValue,
  hint,
  error,
}: Readonly<{
  categories: Categories
  value: string
  onValue: (slug: string) => void
  hint?: string
  error: string | undefined
}>) {
  return (
    <Select
      label="Category"
      value={value}
      hint={hint}
      error={error}
      options={categories.plan.map(({ slug, name, position }) => ({
        value: slug,
        label: name,
        category: position,
      }))}
      onValue={onValue}
    />
  )
}

/** What follows an answer: a message with Undo and the end of the window, or what was wrong. */
function useEnding(onClose: () => void, onDone: () => void) {
  const [error, setError] = useState<CallError | null>(null)
  return {
    error,
    forget: () => {
      setError(null)
    },
    end<T>(answer: Result<T>, message: (value: T) => string) {
      if (!answer.ok) {
        setError(answer.error)
        return
      }
      offerUndo(message(answer.value), answer.change)
      onDone()
      onClose()
    },
  }
}
