import { formatDuration } from '#domain/duration.ts'
import { formatLongDay } from '#domain/readable.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { durationInWords } from './draft.ts'
import type { LogDay } from './log-layout.ts'

/** A day of the log with what was done on it in all. */
export function DayHeading({ day }: Readonly<{ day: LogDay }>) {
  return (
    <div className="sessions-day">
      <h3>{formatLongDay(day.day)}</h3>
      <span className="sessions-day-sum">
        <span aria-hidden>{formatDuration(day.seconds)}</span>
        <VisuallyHidden>{durationInWords(day.seconds)} in all</VisuallyHidden>
      </span>
    </div>
  )
}
