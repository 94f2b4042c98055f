import type { Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { explainRemainingHours, hoursText } from '#domain/explain.ts'
import { decimals } from '#domain/readable.ts'
import { CategoryLabel } from '../../ui/badge.tsx'
import { Explained } from '../../ui/explained.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'

/** Each category of the plan: the hours logged, the hours planned, and the hours left. */
export function CategoryHours({ status }: Readonly<{ status: Status }>) {
  return (
    <ul className="today-categories">
      {status.allocation.map((row, index) => {
        const planned = row.plannedHours
        const share = (hours: number) => (planned === 0 ? 0 : hours / planned)
        return (
          <li key={row.category} className="today-category">
            <div className="today-category-head">
              <span className="today-category-name">
                <CategoryLabel position={index + 1}>{row.name}</CategoryLabel>
              </span>
              <span className="today-category-left">
                <Explained
                  about={`the hours left for ${row.name}`}
                  figure={`${formatHours(row.remainingHours)} left`}
                  explanation={explainRemainingHours(row)}
                />
              </span>
            </div>
            <ProgressBar
              label={`${row.name}: hours logged of those planned`}
              value={share(row.actualHours)}
              valueText={`${formatHours(row.actualHours)} of ${hoursText(planned)}, ${formatHours(row.plannedToDateHours)} due by today`}
              mark={share(row.plannedToDateHours)}
              category={index + 1}
            />
            <p className="today-category-hours">
              {decimals(row.actualHours, 1)} of {hoursText(planned)}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
