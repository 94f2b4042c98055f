import { useRef, useState, type KeyboardEvent } from 'react'
import type { StudyDay } from '#contract/units.ts'
import type { Weekday } from '#domain/days.ts'
import { formatHours } from '#domain/duration.ts'
import { formatCount, formatDay, formatWeekday } from '#domain/readable.ts'
import { asSeconds, secondsToHours } from '#domain/units.ts'
import { useCall } from '../../bridge/queries.ts'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { useStore } from '../../ui/store.ts'
import {
  heatSteps,
  heatYearOf,
  isPlace,
  latestPlace,
  placeAfterKey,
  yearsOf,
  type HeatDay,
  type HeatPlace,
  type HeatWeek,
} from './heat-map.ts'
import { askedFilter } from './log-filter.ts'
import { logFilter } from './log-state.ts'
import { typingRestsMs, useSettled } from '../../ui/use-settled.ts'
import './heat-map.css'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const unit = { one: 'session', many: 'sessions' }

/**
 * A year of study days, darker for more hours, with the sum of each week. A press on a day or a sum narrows the log to
 * it. The other filters hold in the map too.
 */
export function HeatMapCard({
  today,
  weekStartsOn,
}: Readonly<{ today: StudyDay; weekStartsOn: Weekday }>) {
  const filter = useStore(logFilter)
  const text = useSettled(filter.text, typingRestsMs)
  const asked = askedFilter({ ...filter, text, from: '', to: '' })
  const { data: shown } = useCall(
    'sessions.outline',
    Object.keys(asked).length === 0 ? {} : { filter: asked },
    { keepsLast: true },
  )
  const { data: all } = useCall('sessions.outline', {})
  const [chosenYear, setChosenYear] = useState<number | null>(null)
  const years = yearsOf(all?.days ?? [], today)
  const year = chosenYear ?? years[0] ?? 2000
  const weeks = heatYearOf(shown?.days ?? [], year, today, weekStartsOn)
  const total = weeks.reduce((sum, week) => sum + week.seconds, 0)
  return (
    <Card
      className="sessions-heat"
      title="Calendar"
      lead={`${hoursOf(total)} in ${year}`}
      actions={
        years.length > 1 && (
          <Select
            label="Year"
            hideLabel
            value={String(year)}
            options={years.map((value) => ({ value: String(value), label: String(value) }))}
            onValue={(value) => {
              setChosenYear(Number(value))
            }}
          />
        )
      }
    >
      <Year
        key={year}
        year={year}
        weeks={weeks}
        weekdays={[
          ...weekdayNames.slice(weekStartsOn - 1),
          ...weekdayNames.slice(0, weekStartsOn - 1),
        ]}
        from={filter.from}
        to={filter.to}
      />
    </Card>
  )
}

function Year({
  year,
  weeks,
  weekdays,
  from,
  to,
}: Readonly<{
  year: number
  weeks: readonly HeatWeek[]
  /** Short names in the order of the rows. */
  weekdays: readonly string[]
  from: string
  to: string
}>) {
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<HeatPlace | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const entered = place !== null && isPlace(place, weeks) ? place : latestPlace(weeks)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && (from !== '' || to !== '')) {
      narrowTo('', '')
      event.preventDefault()
      return
    }
    const next = placeAfterKey(event.key, entered, weeks)
    if (next === null) return
    event.preventDefault()
    setPlace(next)
    table.current
      ?.querySelector<HTMLElement>(`[data-week="${next.week}"][data-row="${next.row}"]`)
      ?.focus()
  }
  const cell = (week: number, row: number, label: string, days: readonly [string, string]) => ({
    type: 'button' as const,
    'data-week': week,
    'data-row': row,
    tabIndex: entered.week === week && entered.row === row ? 0 : -1,
    'aria-label': label,
    'aria-pressed': from === days[0] && to === days[1],
    onClick: () => {
      setPlace({ week, row })
      if (from === days[0] && to === days[1]) narrowTo('', '')
      else narrowTo(...days)
    },
    onFocus: () => {
      setPlace({ week, row })
      setPointed(label)
    },
    onBlur: () => {
      setPointed(null)
    },
    onPointerEnter: () => {
      setPointed(label)
    },
    onPointerLeave: () => {
      setPointed(null)
    },
  })
  return (
    <>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- its cells are moved through by arrow keys
        role="grid"
        className="sessions-heat-year"
        aria-label={`Hours per day in ${year}. Arrow keys move between days and week sums, Enter narrows the log to one.`}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <td>
              <span className="ui-hidden">Month</span>
            </td>
            {weeks.map((week) => (
              <td key={week.from}>
                {week.monthBegins !== null && <span>{months[week.monthBegins - 1]}</span>}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((name, row) => (
            <tr key={name}>
              <th scope="row">
                <span aria-hidden>{row % 2 === 0 ? name : ''}</span>
                <span className="ui-hidden">{name}</span>
              </th>
              {weeks.map((week, at) => {
                const day = week.days[row] ?? null
                return (
                  <td key={week.from}>
                    {day !== null && (
                      <button
                        {...cell(at, row, dayInWords(day), [day.day, day.day])}
                        className="sessions-heat-day"
                        data-step={day.step}
                        data-inside={isInside(day.day, from, to) || undefined}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">Week</th>
            {weeks.map((week, at) => (
              <td key={week.from}>
                {isPlace({ week: at, row: 7 }, weeks) && (
                  <button
                    {...cell(at, 7, weekInWords(week), [week.from, week.to])}
                    className="sessions-heat-week"
                  >
                    <span style={{ blockSize: `${week.share * 100}%` }} />
                  </button>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <div className="sessions-heat-foot">
        <p>{pointed ?? 'Choose a day, or the bar of a week, to narrow the log to it.'}</p>
        <ul aria-label="Steps of colour">
          {heatSteps.map(({ step, label }) => (
            <li key={step} title={label}>
              <span className="sessions-heat-day" data-step={step} aria-hidden />
              <span className="ui-hidden">{label}</span>
            </li>
          ))}
          <li aria-hidden>0 to over 4 h</li>
        </ul>
      </div>
    </>
  )
}

function narrowTo(from: string, to: string) {
  logFilter.set({ ...logFilter.get(), from, to })
}

/** Whether the chosen days, if any are, hold a day. */
function isInside(day: string, from: string, to: string): boolean {
  return (from !== '' || to !== '') && (from === '' || day >= from) && (to === '' || day <= to)
}

function dayInWords({ day, seconds, sessions }: HeatDay): string {
  const done =
    sessions === 0 ? 'nothing logged' : `${hoursOf(seconds)}, ${formatCount(sessions, unit)}`
  return `${formatWeekday(day)}, ${formatDay(day)}: ${done}`
}

function weekInWords({ from, to, seconds }: HeatWeek): string {
  return `Week of ${formatDay(from)} to ${formatDay(to)}: ${hoursOf(seconds)}`
}

function hoursOf(seconds: number): string {
  return formatHours(secondsToHours(asSeconds(seconds)))
}
