import type { Pace } from '#contract/plan.ts'
import { daysBetween } from './days.ts'
import { formatHours } from './duration.ts'
import type { Elapsed, PlanDates } from './elapsed.ts'
import { LEAST_TOLERANCE_HOURS } from './pace-status.ts'
import { decimals, formatCount, formatDay, statusLabel } from './readable.ts'

const DAY = { one: 'day', many: 'days' }

/**
 * The rule that gave a pace its status, as one sentence with its numbers: what is due by today and why, what counts,
 * the difference, and how much may be off.
 */
export function paceRule(pace: Omit<Pace, 'rule'>, elapsed: Elapsed, dates: PlanDates): string {
  return `${statusLabel(pace.status)}: ${reason(pace, elapsed, dates)}.`
}

function reason(pace: Omit<Pace, 'rule'>, elapsed: Elapsed, dates: PlanDates): string {
  const beyond = pace.actualHours - pace.countedHours
  switch (pace.status) {
    case 'over':
      return `all ${formatHours(pace.plannedHours)} of the plan are done, and ${formatHours(beyond)} more are logged`
    case 'not-started': {
      const days = daysBetween(dates.today, dates.startDate)
      const when = `${formatDay(dates.startDate)}, in ${formatCount(days, DAY)}`
      const early = pace.countedHours > 0 ? `; ${formatHours(pace.countedHours)} count already` : ''
      return `the plan starts on ${when}, and nothing is due before then${early}`
    }
    case 'no-data':
      return `nothing is logged yet, and with ${formatHours(pace.plannedToDateHours)} due by today that is not behind (${tolerance(pace)})`
    case 'behind':
    case 'on-track':
    case 'ahead': {
      const counts =
        pace.actualHours === 0 ? 'nothing is logged' : `${formatHours(pace.countedHours)} count`
      const notCounted =
        beyond > 0 ? `; ${formatHours(beyond)} beyond a category's budget do not count` : ''
      return `${dueClause(pace, elapsed)}; ${counts}, ${differenceClause(pace)} (${tolerance(pace)})${notCounted}`
    }
  }
}

function dueClause(pace: Omit<Pace, 'rule'>, elapsed: Elapsed): string {
  const due = `${formatHours(pace.plannedToDateHours)} of ${formatHours(pace.plannedHours)} are due by today`
  if (elapsed.basis === 'weekly-hours') {
    const weeks = `${decimals(elapsed.days / 7, 1)} weeks at ${formatHours(pace.weeklyHours)} a week`
    return `${due}, after ${weeks} as no interview date is set`
  }
  if (elapsed.daysInAll === null || elapsed.daysInAll === 0)
    return `${due}, as no days lie between the start and the interview`
  return `${due}, day ${elapsed.days} of ${elapsed.daysInAll}`
}

function differenceClause(pace: Omit<Pace, 'rule'>): string {
  const hours = formatHours(Math.abs(pace.differenceHours))
  if (hours === formatHours(0)) return 'as planned'
  return pace.differenceHours < 0 ? `which is ${hours} less` : `which is ${hours} more`
}

function tolerance(pace: Omit<Pace, 'rule'>): string {
  const why = pace.toleranceHours > LEAST_TOLERANCE_HOURS ? ', 10 % of what is due,' : ''
  return `up to ${formatHours(pace.toleranceHours)}${why} either way is on track`
}
