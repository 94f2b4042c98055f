import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { DaysOffView, ReplanView } from '#contract/forecast.ts'
import { formatHours } from '#domain/duration.ts'
import { formatCount, formatDay, trimmedDecimals } from '#domain/readable.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { CategoryLabel } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { DaysOffEditor } from './days-off-editor.tsx'

const DAY = { one: 'study day', many: 'study days' }

/** What is left, spread over the weeks left with days off; and the weekly hours that it takes, to be applied. */
export function ReplanCard({ daysOff }: Readonly<{ daysOff: DaysOffView }>) {
  const { data: replan } = useCall('forecast.replan', {})
  return (
    <Card
      title="Replan"
      lead="Spreads what is left over the days left, evenly by study day. Days off get nothing."
    >
      <div className="forecast-replan">
        <DaysOffEditor kept={daysOff} />
        {replan === undefined ? (
          <Skeleton lines={6} />
        ) : (
          <Replanned replan={replan} daysOff={daysOff} />
        )}
      </div>
    </Card>
  )
}

function Replanned({ replan, daysOff }: Readonly<{ replan: ReplanView; daysOff: DaysOffView }>) {
  if (replan.remainingHours === 0)
    return (
      <EmptyState compact title="Nothing is left to spread">
        Every category has its hours. Raise the budget in the plan if you want to go on.
      </EmptyState>
    )
  if (replan.weeks.length === 0)
    return (
      <EmptyState
        compact
        title="No study day is left"
        actions={<a href="#/profile">Change the dates</a>}
      >
        {formatHours(replan.remainingHours)} are open, and no day is left before the interview. Move
        the date, or take fewer days off.
      </EmptyState>
    )
  return (
    <div className="forecast-weeks">
      <p>
        <strong>{formatHours(replan.remainingHours)}</strong> over{' '}
        {formatCount(replan.studyDaysLeft, DAY)}
        {replan.lastDay !== null && <>, the last on {formatDay(replan.lastDay)}</>}:{' '}
        {replan.hoursPerStudyDay !== null && (
          <>{trimmedDecimals(replan.hoursPerStudyDay)} h a study day, </>
        )}
        {replan.usualWeekHours !== null && (
          <>
            <strong>{trimmedDecimals(replan.usualWeekHours)} h</strong> in a week without days off.
          </>
        )}
      </p>
      <Verdict replan={replan} daysOff={daysOff} />
      <Table caption="Hours of each week from now on" className="forecast-week-table">
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col" className="ui-number">
              Study days
            </th>
            {replan.categories.map(({ category, name }, index) => (
              <th key={category} scope="col" className="ui-number">
                <CategoryLabel position={index + 1}>{name}</CategoryLabel>
              </th>
            ))}
            <th scope="col" className="ui-number">
              Hours
            </th>
          </tr>
        </thead>
        <tbody>
          {replan.weeks.map(({ start, studyDays, hours, total }) => (
            <tr key={start}>
              <th scope="row">{formatDay(start).replace(/ \d{4}$/, '')}</th>
              <td className="ui-number">{studyDays}</td>
              {hours.map((value, index) => (
                <td key={replan.categories[index]?.category} className="ui-number">
                  {trimmedDecimals(value)}
                </td>
              ))}
              <td className="ui-number">
                <strong>{trimmedDecimals(total)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

/** Whether the hours meant are enough, and the button that makes them so. */
function Verdict({ replan, daysOff }: Readonly<{ replan: ReplanView; daysOff: DaysOffView }>) {
  const { write, pending } = useWrite('forecast.applyReplan')
  const [error, setError] = useState<CallError | null>(null)
  const { usualWeekHours, meantWeeklyHours, basis, fits } = replan
  const apply = async (weeklyHours: number) => {
    const answer = await write({ daysOff, weeklyHours })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo(`Weekly hours are ${trimmedDecimals(weeklyHours)} now.`, answer.change)
  }
  // Rounded up to the half hour that a person would write down; never above what the profile takes.
  const wanted = usualWeekHours === null ? null : Math.min(100, Math.ceil(usualWeekHours * 2) / 2)
  if (basis === 'weekly-hours')
    return (
      <p className="forecast-quiet">
        No interview date is set, so this goes on at the {trimmedDecimals(meantWeeklyHours)} h a
        week that you mean to study. <a href="#/profile">Set a date</a> to spread it until then.
      </p>
    )
  if (wanted === null || wanted === 0 || wanted === meantWeeklyHours)
    return (
      <p className="forecast-quiet">
        {fits
          ? `The ${trimmedDecimals(meantWeeklyHours)} h a week that you mean to study are enough.`
          : `${trimmedDecimals(meantWeeklyHours)} h a week are meant already.`}
      </p>
    )
  return (
    <div className="forecast-verdict">
      <p>
        {fits
          ? `You mean to study ${trimmedDecimals(meantWeeklyHours)} h a week, which is enough.`
          : `You mean to study ${trimmedDecimals(meantWeeklyHours)} h a week, which is not enough.`}
      </p>
      <Button
        variant={fits ? 'secondary' : 'primary'}
        pending={pending}
        onClick={() => {
          void apply(wanted)
        }}
      >
        Set the weekly hours to {trimmedDecimals(wanted)}
      </Button>
      {error !== null && (
        <p className="forecast-error" role="alert">
          {error.message} {error.hint}
        </p>
      )}
    </div>
  )
}
