import type { Status, Streak } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { hoursText } from '#domain/explain.ts'
import { explainDayStreak, explainWeekStreak } from '#domain/explain-streak.ts'
import { formatCount, formatDay } from '#domain/readable.ts'
import { Card } from '../../ui/card.tsx'
import { Explained } from '../../ui/explained.tsx'
import './streak-card.css'

const day = { one: 'day', many: 'days' }
const week = { one: 'week', many: 'weeks' }

/** Days and weeks of study in a row. It states what is; it neither praises nor presses. */
export function StreakCard({ status, streak }: Readonly<{ status: Status; streak: Streak }>) {
  const { weeklyHours } = status.profile
  return (
    <Card title="Streaks" actions={<a href="#/profile">Show or hide</a>}>
      <div className="today-streak">
        <div>
          <h3>Days in a row</h3>
          <p className="today-streak-value">
            <Explained
              about="the days in a row"
              figure={formatCount(streak.currentDays, day)}
              explanation={explainDayStreak(streak)}
            />
          </p>
          <p className="today-streak-words">{longestDaysText(streak)}</p>
        </div>
        <div>
          <h3>Weeks of {hoursText(weeklyHours)} in a row</h3>
          <p className="today-streak-value">
            <Explained
              about="the weeks in a row"
              figure={formatCount(streak.currentWeeks, week)}
              explanation={explainWeekStreak(streak, status)}
            />
          </p>
          <p className="today-streak-words">
            {streak.longestWeeks === 0
              ? 'rest days do not matter'
              : `longest ${formatCount(streak.longestWeeks, week)}`}
          </p>
        </div>
        <Weeks weeks={status.weeks} weeklyHours={weeklyHours} />
      </div>
    </Card>
  )
}

function longestDaysText({ longestDays }: Streak): string {
  return longestDays === 0
    ? 'the first session begins one'
    : `longest ${formatCount(longestDays, day)}`
}

/** The last twelve weeks as bars, the running one last. The line is the weekly hours. */
function Weeks({ weeks, weeklyHours }: Readonly<{ weeks: Status['weeks']; weeklyHours: number }>) {
  const top = Math.max(weeklyHours * 1.15, ...weeks.map(({ hours }) => hours))
  const percent = (hours: number) => `${(hours / top) * 100}%`
  return (
    <ol className="today-weeks" aria-label="Hours per week, the last 12 weeks">
      {weeks.map(({ start, hours, reached }) => {
        const words = `Week of ${formatDay(start)}: ${formatHours(hours)}${reached ? ', reached' : ''}`
        return (
          <li key={start} title={words} data-reached={reached || undefined}>
            <span className="today-weeks-bar" aria-hidden style={{ blockSize: percent(hours) }} />
            <span
              className="today-weeks-line"
              aria-hidden
              style={{ insetBlockEnd: percent(weeklyHours) }}
            />
            <span className="ui-hidden">{words}</span>
          </li>
        )
      })}
    </ol>
  )
}
