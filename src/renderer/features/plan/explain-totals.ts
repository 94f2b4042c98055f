import type { AllocationRow, Status } from '#contract/plan.ts'
import { type Explanation, hoursText } from '#domain/explain.ts'
import { formatCount, formatDay, trimmedDecimals } from '#domain/readable.ts'

const DAY = { one: 'day', many: 'days' }

/** The planned hours of the whole plan: the sum of its categories' budgets. */
export function explainPlannedTotal({ allocation, pace }: Status): Explanation {
  return {
    formula: 'The hour budgets of all categories together.',
    numbers: sumOf(allocation, 'plannedHours', pace.plannedHours),
  }
}

/** The hours logged in the whole plan: the sum of its categories, whatever their budgets. */
export function explainActualTotal({ allocation, pace }: Status): Explanation {
  return {
    formula: 'The hours logged in all categories of this plan together.',
    numbers: sumOf(allocation, 'actualHours', pace.actualHours),
  }
}

/** The days to the interview. */
export function explainDaysLeft({ pace, profile, today }: Status): Explanation {
  const formula = 'Days from today to the interview date; 0 on the day and after it.'
  if (profile.interviewDate === null || pace.daysLeft === null)
    return { formula, numbers: 'No interview date is set.' }
  const span = `${formatDay(today)} to ${formatDay(profile.interviewDate)}`
  return { formula, numbers: `${span}: ${formatCount(pace.daysLeft, DAY)}` }
}

function sumOf(
  rows: readonly AllocationRow[],
  key: 'plannedHours' | 'actualHours',
  sum: number,
): string {
  return `${rows.map((row) => trimmedDecimals(row[key])).join(' + ')} = ${hoursText(sum)}`
}
