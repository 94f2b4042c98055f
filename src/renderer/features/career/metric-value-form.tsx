import { useRef, useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { MetricRow, MetricValue } from '#contract/metrics.ts'
import { isStudyDay } from '#domain/units.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { FormError } from '../../ui/field.tsx'
import { useStore } from '../../ui/store.ts'
import { DateField, NumberField, TextField } from '../../ui/text-field.tsx'
import { createDrafts } from './drafts.ts'
import { unitHint } from './metric-text.ts'

type Draft = Readonly<{
  value: string
  day: string
  baseline: string
  period: string
  source: string
}>
const nothing: Draft = { value: '', day: '', baseline: '', period: '', source: '' }
const drafts = createDrafts<Draft | null>(() => null)

function draftOf(value: MetricValue | null): Draft {
  if (value === null) return nothing
  const { day, baseline, period, source } = value
  return {
    value: String(value.value),
    day,
    baseline: baseline === null ? '' : String(baseline),
    period,
    source,
  }
}

/** Adds a value of an indicator, or changes one. What is typed stays until it is saved. */
export function MetricValueForm({
  level,
  row,
  editing,
  onDone,
}: Readonly<{
  level: string
  row: MetricRow
  editing: MetricValue | null
  onDone: () => void
}>) {
  const store = drafts(`${level}/${row.id}/${editing?.id ?? 'new'}`)
  const draft = useStore(store) ?? draftOf(editing)
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('metrics.save')
  const form = useRef<HTMLFormElement>(null)
  const isRating = row.kind === 'qualitative'
  const take = (field: keyof Draft) => (typed: string) => {
    store.set({ ...draft, [field]: typed })
    setError(null)
  }
  const save = async () => {
    const { day, ...rest } = draft
    const answer = await write({
      level,
      indicator: row.id,
      ...(editing === null ? {} : { id: editing.id }),
      ...rest,
      ...(isStudyDay(day) ? { day } : {}),
    })
    if (!answer.ok) {
      setError(answer.error)
      const [at = 'value'] = [answer.error.field]
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[name=${at}]`)?.focus())
      return
    }
    store.set(null)
    offerUndo(isRating ? 'Rating saved.' : 'Value saved.', answer.change)
    onDone()
  }
  const shown = ['value', 'day', 'baseline', 'period', 'source']
  const elsewhere = errorElsewhere(error, shown)
  return (
    <form
      ref={form}
      className="metrics-form"
      aria-label={editing === null ? `New value of ${row.text}` : `Change a value of ${row.text}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="metrics-fields">
        <NumberField
          data-autofocus
          name="value"
          label={isRating ? 'Self-rating' : 'Value'}
          hint={unitHint(row)}
          value={draft.value}
          onValue={take('value')}
          error={errorAt(error, 'value')}
        />
        <DateField
          optional
          name="day"
          label="Date"
          hint="Empty: today."
          value={draft.day}
          onValue={take('day')}
          error={errorAt(error, 'day')}
        />
        {row.change && (
          <NumberField
            optional
            name="baseline"
            label="Figure before"
            hint="What the change is measured from."
            value={draft.baseline}
            onValue={take('baseline')}
            error={errorAt(error, 'baseline')}
          />
        )}
        {!isRating && (
          <TextField
            optional
            name="period"
            label="Period"
            hint="Such as “2025” or “Q3 against Q2”."
            value={draft.period}
            onValue={take('period')}
            error={errorAt(error, 'period')}
          />
        )}
        <TextField
          optional
          name="source"
          label={isRating ? 'Why' : 'Source'}
          hint={isRating ? 'What the rating rests on.' : 'Where it can be looked up.'}
          value={draft.source}
          onValue={take('source')}
          error={errorAt(error, 'source')}
        />
      </div>
      <FormError>{elsewhere}</FormError>
      <div className="metrics-form-foot">
        {editing !== null && (
          <Button
            onClick={() => {
              store.set(null)
              onDone()
            }}
          >
            Cancel
          </Button>
        )}
        <Button variant="primary" type="submit" pending={pending}>
          {editing !== null ? 'Save value' : isRating ? 'Save rating' : 'Add value'}
        </Button>
      </div>
    </form>
  )
}
