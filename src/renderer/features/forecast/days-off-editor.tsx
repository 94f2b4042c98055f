import { CalendarOff, X } from 'lucide-react'
import { useState } from 'react'
import type { DaysOffView } from '#contract/forecast.ts'
import type { CallError } from '#contract/errors.ts'
import { eachDay } from '#domain/days.ts'
import { runsOfDays } from '#domain/forecast/days-off.ts'
import { formatCount, formatDay, formatWeekday } from '#domain/readable.ts'
import { asStudyDay, isStudyDay } from '#domain/units.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { DateField } from '../../ui/text-field.tsx'

const DAY = { one: 'day', many: 'days' }
/** A Monday and the days after it, for their names. */
const WEEK = eachDay(asStudyDay('2024-01-01'), asStudyDay('2024-01-07'))

/** The weekdays that rest and the single days off. Each change is kept at once and can be taken back. */
export function DaysOffEditor({ kept }: Readonly<{ kept: DaysOffView }>) {
  const { write } = useWrite('forecast.setDaysOff')
  const [error, setError] = useState<CallError | null>(null)
  // What was just chosen shows at once; what is kept takes its place when it arrives.
  const [chosen, setChosen] = useState<Readonly<{ base: DaysOffView; next: DaysOffView }>>()
  const daysOff = chosen?.base === kept ? chosen.next : kept
  const save = async (next: DaysOffView, message: string) => {
    setChosen({ base: kept, next })
    const answer = await write(next)
    setError(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo(message, answer.change)
    else setChosen(undefined)
    return answer.ok
  }
  const rest = new Set(daysOff.restWeekdays)
  return (
    <div className="forecast-off">
      <fieldset>
        <legend className="ui-label">Weekdays that rest</legend>
        <div className="forecast-weekdays">
          {WEEK.map((day, index) => {
            const weekday = index + 1
            const name = formatWeekday(day)
            return (
              <label key={day}>
                <input
                  type="checkbox"
                  checked={rest.has(weekday)}
                  onChange={(event) => {
                    const others = daysOff.restWeekdays.filter((other) => other !== weekday)
                    const restWeekdays = event.target.checked
                      ? [...others, weekday].toSorted((a, b) => a - b)
                      : others
                    void save(
                      { ...daysOff, restWeekdays },
                      event.target.checked ? `${name} rests.` : `${name} is a study day again.`,
                    )
                  }}
                />
                <span aria-hidden>{name.slice(0, 2)}</span>
                <span className="ui-hidden">{name}</span>
              </label>
            )
          })}
        </div>
      </fieldset>
      <AddDaysOff daysOff={daysOff} save={save} />
      {error !== null && (
        <p className="forecast-error" role="alert">
          {error.message} {error.hint}
        </p>
      )}
      {daysOff.days.length === 0 ? (
        <p className="forecast-quiet">
          No single days off. Add a holiday, and the forecast and the replan go around it.
        </p>
      ) : (
        <ul className="forecast-runs" aria-label="Days off">
          {runsOfDays(daysOff.days).map(({ from, to, days }) => {
            const text = from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
            return (
              <li key={from}>
                <CalendarOff aria-hidden />
                <span>
                  {text} <span className="forecast-quiet">({formatCount(days, DAY)})</span>
                </span>
                <IconButton
                  size="s"
                  label={`Remove ${text}`}
                  icon={<X aria-hidden />}
                  onClick={() => {
                    const gone = new Set(eachDay(from, to))
                    void save(
                      { ...daysOff, days: daysOff.days.filter((day) => !gone.has(day)) },
                      `${formatCount(days, DAY)} off removed.`,
                    )
                  }}
                />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

type Problem = Readonly<{ field: 'from' | 'to'; message: string }>

function AddDaysOff({
  daysOff,
  save,
}: Readonly<{
  daysOff: DaysOffView
  save: (next: DaysOffView, message: string) => Promise<boolean>
}>) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const add = async () => {
    if (!isStudyDay(from))
      return setProblem({ field: 'from', message: 'Choose the first day off.' })
    const last = to === '' ? from : to
    if (!isStudyDay(last) || last < from)
      return setProblem({
        field: 'to',
        message: 'The last day off is on the first one or after it.',
      })
    setProblem(null)
    const days = [...new Set([...daysOff.days, ...eachDay(from, last)])].toSorted()
    const added = days.length - daysOff.days.length
    if (await save({ ...daysOff, days }, `${formatCount(added, DAY)} off added.`)) {
      setFrom('')
      setTo('')
    }
  }
  return (
    <form
      className="forecast-add-off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <DateField
        label="First day off"
        value={from}
        onValue={setFrom}
        error={problem?.field === 'from' ? problem.message : undefined}
      />
      <DateField
        label="Last day off"
        optional
        value={to}
        min={from}
        onValue={setTo}
        error={problem?.field === 'to' ? problem.message : undefined}
      />
      <Button type="submit">Add days off</Button>
    </form>
  )
}
