import type { AllocationRow, Pace } from '#contract/plan.ts'
import { type PlanDates, elapsedOf, studyDaysLeftOf } from './elapsed.ts'
import { type Explanation, OWN_RULE, hoursText, percentText } from './explain.ts'
import { toleranceOf } from './pace-status.ts'
import {
  formatCount,
  formatDay,
  formatHoursDifference,
  statusLabel,
  trimmedDecimals,
} from './readable.ts'

const DAY = { one: 'day', many: 'days' }

const STATUS_FORMULA =
  'Hours − hours due by today. On track: at most 1 h or 10 % of what is due off, whichever is more. Over budget: more than is planned in all.'

/** The part of the plan that is due by today, and what it was worked out from. */
export function explainElapsed(pace: Pace, dates: PlanDates): Explanation {
  const elapsed = elapsedOf(dates, pace.plannedHours)
  const share = percentText(pace.elapsedShare)
  if (pace.basis === 'weekly-hours') {
    const weeks = `${trimmedDecimals(elapsed.days / 7)} weeks × ${hoursText(pace.weeklyHours)}`
    const cap = pace.elapsedShare === 1 ? ', 100 % at most' : ''
    return {
      formula:
        'Weeks since the start × weekly hours / planned hours, as no interview date is set; 100 % at most.',
      numbers: `${weeks} / ${hoursText(pace.plannedHours)} = ${share}${cap}`,
      source: OWN_RULE,
    }
  }
  const days = elapsed.daysInAll ?? 0
  return {
    formula: 'Days since the start / days from the start to the interview.',
    numbers:
      days === 0
        ? `No days lie between the start and the interview: ${share}`
        : `${elapsed.days} / ${days} days = ${share}`,
    source: OWN_RULE,
  }
}

/** The planned-to-date hours of a category, or of the whole plan. */
export function explainPlannedToDate(
  figure: Pick<AllocationRow, 'plannedHours' | 'plannedToDateHours'>,
  pace: Pace,
  dates: PlanDates,
): Explanation {
  const product = `${hoursText(figure.plannedHours)} × ${percentText(pace.elapsedShare)}`
  const { formula, numbers } = explainElapsed(pace, dates)
  return {
    formula: `Planned hours × elapsed part. Elapsed part: ${formula}`,
    numbers: `${product} = ${hoursText(figure.plannedToDateHours)}, where ${numbers}`,
    source: OWN_RULE,
  }
}

/** The status of one category. */
export function explainCategoryStatus(row: AllocationRow): Explanation {
  const { actualHours, plannedHours, plannedToDateHours, status } = row
  const label = statusLabel(status)
  const tolerance = toleranceOf(plannedToDateHours)
  const difference = `${hoursText(actualHours)} − ${hoursText(plannedToDateHours)} = ${formatHoursDifference(actualHours - plannedToDateHours)}`
  const numbers = {
    over: `${hoursText(actualHours)} of ${hoursText(plannedHours)}`,
    'not-started': 'the start date is still ahead, so nothing is due',
    'no-data': `nothing is logged, and no more than ${hoursText(tolerance)} is due`,
    behind: `${difference}, below −${hoursText(tolerance)}`,
    'on-track': `${difference}, within ${hoursText(tolerance)}`,
    ahead: `${difference}, above +${hoursText(tolerance)}`,
  }[status]
  return { formula: STATUS_FORMULA, numbers: `${label}: ${numbers}`, source: OWN_RULE }
}

/** The status of the whole plan. Its numbers are the rule that the status object carries. */
export function explainPaceStatus(pace: Pace): Explanation {
  return {
    formula: `${STATUS_FORMULA} Of each category, no more than its whole budget counts.`,
    numbers: pace.rule,
    source: OWN_RULE,
  }
}

/** The hours left in the whole plan. */
export function explainRemainingTotal(pace: Pace): Explanation {
  return {
    formula:
      'Planned hours − hours that count; of each category, no more than its whole budget counts.',
    numbers: `${hoursText(pace.plannedHours)} − ${hoursText(pace.countedHours)} = ${hoursText(pace.remainingHours)}`,
    source: OWN_RULE,
  }
}

/** The weekly hours that the rest of the plan takes from now on. */
export function explainRequiredWeeklyHours(pace: Pace, dates: PlanDates): Explanation {
  const formula =
    'Hours left / weeks left until the interview; before the start date, weeks from it.'
  const days = studyDaysLeftOf(dates)
  const left = `${hoursText(pace.remainingHours)} left`
  if (pace.requiredWeeklyHours === null || days === null || days === 0) {
    const why =
      dates.interviewDate === null
        ? 'no interview date is set'
        : `no days are left, as the interview date is ${formatDay(dates.interviewDate)}`
    return { formula, numbers: `${left}; ${why}`, source: OWN_RULE }
  }
  const weeks = `(${formatCount(days, DAY)} / 7)`
  const verdict = pace.fits === true ? 'fits' : 'does not fit'
  return {
    formula,
    numbers: `${left} / ${weeks} = ${hoursText(pace.requiredWeeklyHours)} a week, which ${verdict} the ${hoursText(pace.weeklyHours)} meant`,
    source: OWN_RULE,
  }
}
