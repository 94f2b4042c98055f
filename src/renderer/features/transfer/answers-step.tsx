import { useId, type ReactNode } from 'react'
import type { DateOrder, DurationUnit } from '#contract/transfer.ts'
import { formatCount } from '#domain/readable.ts'
import { usePlanCategories, type PlanCategory } from '../../bridge/plan-categories.ts'
import { Select } from '../../ui/select.tsx'
import { namePlaces, openAnswers, withName, type NamePlace } from './mapping.ts'
import { Step } from './step.tsx'
import type { Import } from './use-import.ts'
import { rowUnit, unitWords } from './words.ts'
import './answers-step.css'

const units: readonly DurationUnit[] = ['hours', 'minutes', 'seconds', 'milliseconds']
/** Not a slug, and so no category. */
const leaveOut = '-'

/** What the file does not say and nobody should guess. */
export function AnswersStep({ task }: Readonly<{ task: Import }>) {
  const { mapping, preview, asked, error } = task.state
  const categories = usePlanCategories() ?? []
  if (mapping === null || preview === null) return null
  const open = openAnswers(mapping, preview, asked)
  const left = open.names.size + Number(open.order) + Number(open.unit)
  const names = namePlaces(mapping, preview, asked)
  return (
    <Step
      title="What the file does not say"
      lead={
        left === 0
          ? 'Everything is answered. Check it, or go on.'
          : 'Nothing is guessed: answer what is open, and it is remembered for the next file of this kind.'
      }
      error={error}
    >
      {asked.order !== null && (
        <Choices<DateOrder>
          legend={asked.order.message}
          value={mapping.dateOrder}
          options={asked.order.orders.map(({ order, line, text, reads }) => ({
            value: order,
            label: (
              <>
                <strong>{orderWords[order]}</strong>
                <span>
                  Line {line}: {text} is {reads}
                </span>
              </>
            ),
          }))}
          onValue={(dateOrder) => {
            task.setMapping({ ...mapping, dateOrder })
          }}
        />
      )}
      {asked.unit !== null && (
        <Choices<DurationUnit>
          legend={asked.unit.message}
          hint={`In the file: ${asked.unit.examples.join(', ')}`}
          value={mapping.durationUnit}
          options={units.map((unit) => ({
            value: unit,
            label: <strong>{unitWords[unit]}</strong>,
          }))}
          onValue={(durationUnit) => {
            task.setMapping({ ...mapping, durationUnit })
          }}
        />
      )}
      {names.length > 0 && (
        <section className="transfer-names" aria-label="Where its names belong">
          <h4>Where its names belong</h4>
          <ul>
            {names.map((name) => (
              <li key={name.value}>
                <div className="transfer-name">
                  <strong>{name.value === '' ? 'Rows without a name' : name.value}</strong>
                  <span>{formatCount(name.rows, rowUnit)}</span>
                </div>
                <NameSelect
                  name={name}
                  categories={categories}
                  onPlace={(place) => {
                    task.setMapping(withName(mapping, name.value, place))
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Step>
  )
}

const orderWords: Readonly<Record<DateOrder, string>> = {
  ymd: 'Year, month, day',
  mdy: 'Month, day, year',
  dmy: 'Day, month, year',
}

/** Where a name goes. What comes near is said beside it, and chosen by nobody but the person. */
function NameSelect({
  name,
  categories,
  onPlace,
}: Readonly<{
  name: NamePlace
  categories: readonly PlanCategory[]
  onPlace: (category: string | null) => void
}>) {
  const { place, suggestion } = name
  return (
    <Select
      hideLabel
      label={
        name.value === '' ? 'Where rows without a name belong' : `Where “${name.value}” belongs`
      }
      value={place === undefined ? '' : (place ?? leaveOut)}
      placeholder="Choose…"
      options={[
        ...categories.map(({ slug, name: label, position }) => ({
          value: slug,
          label: slug === suggestion ? `${label} (suggested)` : label,
          category: position,
        })),
        { value: leaveOut, label: 'Leave these rows out' },
      ].toSorted((a, b) => Number(b.value === suggestion) - Number(a.value === suggestion))}
      onValue={(value) => {
        onPlace(value === leaveOut ? null : value)
      }}
    />
  )
}

/** One of a few answers, each with what it would mean. None is chosen beforehand. */
function Choices<V extends string>({
  legend,
  hint,
  value,
  options,
  onValue,
}: Readonly<{
  legend: string
  hint?: string
  value: V | null
  options: readonly Readonly<{ value: V; label: ReactNode }>[]
  onValue: (value: V) => void
}>) {
  const group = useId()
  return (
    <fieldset className="transfer-choices">
      <legend>{legend}</legend>
      {hint !== undefined && <p className="ui-hint">{hint}</p>}
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={group}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                onValue(option.value)
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
