import { formatDuration } from '#domain/duration.ts'
import { addDays } from '#domain/days.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { asSeconds } from '#domain/units.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { durationInWords } from './draft.ts'
import type { LogWeek } from './log-layout.ts'

const unit = { one: 'session', many: 'sessions' }

/** A week of the log with what is listed of it in all. */
export function WeekHeading({ week }: Readonly<{ week: LogWeek }>) {
  return (
    <div className="sessions-week">
      <h2>
        Week of {formatDay(week.start)} to {formatDay(addDays(week.start, 6))}
      </h2>
      <span className="sessions-week-sum">
        {formatCount(week.sessions, unit)},{' '}
        <span aria-hidden>{formatDuration(asSeconds(week.seconds))}</span>
        <VisuallyHidden>{durationInWords(week.seconds)} in all</VisuallyHidden>
      </span>
    </div>
  )
}
