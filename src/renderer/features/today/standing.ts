import type { MilestoneRow, Pace, Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { hoursText } from '#domain/explain.ts'
import { formatCount, formatDay } from '#domain/readable.ts'

/** A figure with the words under it. */
export type Standing = Readonly<{ figure: string; words: string }>

const day = { one: 'day', many: 'days' }

/** The time left until the interview. */
export function timeLeft({
  pace,
  profile,
  today,
}: Pick<Status, 'pace' | 'profile' | 'today'>): Standing {
  const { interviewDate } = profile
  if (interviewDate === null || pace.daysLeft === null)
    return { figure: 'Open', words: 'no interview date yet' }
  if (interviewDate === today) return { figure: 'Today', words: 'is the interview' }
  if (pace.daysLeft === 0)
    return { figure: 'Over', words: `the interview was on ${formatDay(interviewDate)}` }
  return {
    figure: formatCount(pace.daysLeft, day),
    words: `until ${formatDay(interviewDate)}`,
  }
}

/** Where the hours stand against the plan. */
export function paceStanding(
  pace: Pick<Pace, 'status' | 'differenceHours' | 'plannedHours'>,
  startDate: Status['profile']['startDate'],
): Standing {
  const difference = formatHours(Math.abs(pace.differenceHours))
  switch (pace.status) {
    case 'no-data':
      return { figure: '0.0 h', words: 'logged so far' }
    case 'not-started':
      return { figure: '0.0 h', words: `due before ${formatDay(startDate)}` }
    case 'behind':
      return { figure: difference, words: 'behind the plan' }
    case 'ahead':
      return { figure: difference, words: 'ahead of the plan' }
    case 'on-track':
      return {
        figure: difference,
        words: pace.differenceHours < 0 ? 'short of today’s mark' : 'past today’s mark',
      }
    case 'over':
      return { figure: 'Done', words: `all ${hoursText(pace.plannedHours)} of the plan` }
  }
}

/** What the rest of the plan takes a week; null where it cannot be said. */
export function weeklyNeed({
  requiredWeeklyHours,
  weeklyHours,
}: Pick<Pace, 'requiredWeeklyHours' | 'weeklyHours'>): string | null {
  if (requiredWeeklyHours === null) return null
  return `${formatHours(requiredWeeklyHours)} a week needed, ${hoursText(weeklyHours)} meant`
}

/**
 * The milestones to show first: those with a target that is not reached, nearest to it first. At the same distance
 * the playbook's order holds.
 */
export function nextMilestones(
  milestones: readonly MilestoneRow[],
  atMost: number,
): readonly MilestoneRow[] {
  return milestones
    .filter(({ progress }) => progress !== null && progress < 1)
    .toSorted((a, b) => (b.progress ?? 0) - (a.progress ?? 0))
    .slice(0, atMost)
}
