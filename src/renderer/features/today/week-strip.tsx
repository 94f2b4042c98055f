import type { Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { formatDay, formatWeekday } from '#domain/readable.ts'

/** The last seven days as bars, today last. The line is a seventh of the weekly hours. */
export function WeekStrip({
  week,
  weeklyHours,
}: Readonly<{ week: Status['week']; weeklyHours: number }>) {
  const daily = weeklyHours / 7
  const top = Math.max(daily * 1.15, ...week.map(({ hours }) => hours))
  const percent = (hours: number) => `${(hours / top) * 100}%`
  return (
    <ol className="today-week" aria-label="Hours per day">
      {week.map(({ day, hours }, index) => (
        <li
          key={day}
          className="today-week-day"
          data-today={index === week.length - 1 || undefined}
          title={`${formatWeekday(day)}, ${formatDay(day)}: ${formatHours(hours)}`}
        >
          <span className="today-week-track" aria-hidden>
            <span className="today-week-bar" style={{ blockSize: percent(hours) }} />
            <span className="today-week-line" style={{ insetBlockEnd: percent(daily) }} />
          </span>
          <span className="today-week-name" aria-hidden>
            {formatWeekday(day).slice(0, 1)}
          </span>
          <span className="ui-hidden">
            {formatWeekday(day)}: {formatHours(hours)}
          </span>
        </li>
      ))}
    </ol>
  )
}
