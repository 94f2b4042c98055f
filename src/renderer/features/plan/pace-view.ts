import type { Pace, PaceStatus, Status } from '#contract/plan.ts'
import { formatHours } from '#domain/duration.ts'
import { formatCount, formatDay, statusLabel, trimmedDecimals } from '#domain/readable.ts'
import type { Tone } from '../../ui/badge.tsx'

const TONES: Readonly<Record<PaceStatus, Tone>> = {
  'no-data': 'neutral',
  'not-started': 'neutral',
  behind: 'caution',
  'on-track': 'positive',
  ahead: 'positive',
  over: 'accent',
}

/** The colour of a status. Having no data, or too much of something, is no failure and does not look like one. */
export function statusTone(status: PaceStatus): Tone {
  return TONES[status]
}

/** Where the plan stands, in a few words: `23.4 h behind the plan`. */
export function paceHeadline({ pace, profile }: Pick<Status, 'pace' | 'profile'>): string {
  const difference = formatHours(Math.abs(pace.differenceHours))
  switch (pace.status) {
    case 'no-data':
      return 'Nothing logged yet'
    case 'not-started':
      return `The plan starts on ${formatDay(profile.startDate)}`
    case 'behind':
      return `${difference} behind the plan`
    case 'ahead':
      return `${difference} ahead of the plan`
    case 'over':
      return 'All hours of the plan are done'
    case 'on-track':
      if (difference === formatHours(0)) return 'Exactly to plan'
      return `${difference} ${pace.differenceHours < 0 ? 'short of' : 'past'} today’s mark`
  }
}

/** The rule of a pace without the status that it begins with: that stands beside it already. */
export function ruleWithoutStatus({ status, rule }: Pick<Pace, 'status' | 'rule'>): string {
  const prefix = `${statusLabel(status)}: `
  if (!rule.startsWith(prefix)) return rule
  const rest = rule.slice(prefix.length)
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`
}

const DAY = { one: 'day', many: 'days' }

/** The time that is left: `21 days to 15 Dec 2026`; says so where the date is unknown or has come. */
export function daysLeftText({ pace, profile, today }: Status): Readonly<{
  figure: string
  detail: string
}> {
  const { interviewDate } = profile
  if (interviewDate === null || pace.daysLeft === null)
    return { figure: 'Open', detail: 'no interview date set' }
  if (pace.daysLeft > 0)
    return {
      figure: formatCount(pace.daysLeft, DAY),
      detail: `until ${formatDay(interviewDate)}`,
    }
  return interviewDate === today
    ? { figure: 'Today', detail: 'is the interview date' }
    : { figure: formatCount(0, DAY), detail: `interview date was ${formatDay(interviewDate)}` }
}

/** What the weekly hours meant are worth against what is needed: a figure, a sentence, and whether it must be said aloud. */
export type WeeklyNeed = Readonly<{
  figure: string
  detail: string
  /** Set where the plan cannot be done as it stands: what does not fit and what can be changed. */
  warning: string | null
}>

const HOURS_IN_A_WEEK = 168

/** The hours a week that the rest takes from now on, beside those that are meant. */
export function weeklyNeedOf({ pace, profile }: Pick<Status, 'pace' | 'profile'>): WeeklyNeed {
  const meant = `${trimmedDecimals(pace.weeklyHours)} h meant`
  const needed = pace.requiredWeeklyHours
  if (needed !== null) {
    const figure = formatHours(needed)
    if (pace.fits !== false) return { figure, detail: `${meant}, which is enough`, warning: null }
    const short = formatHours(needed - pace.weeklyHours)
    const sizes =
      needed > HOURS_IN_A_WEEK
        ? `A week has ${HOURS_IN_A_WEEK} hours, and the rest of the plan would take ${figure} in each.`
        : `The rest of the plan takes ${figure} a week, ${short} more than the ${trimmedDecimals(pace.weeklyHours)} h that you mean to study.`
    return {
      figure,
      detail: `${meant}, which is too few`,
      warning: `The plan does not fit. ${sizes} A later interview date, more hours a week or a smaller hour budget would change that.`,
    }
  }
  if (profile.interviewDate === null)
    return { figure: 'Open', detail: 'needs an interview date', warning: null }
  return {
    figure: 'No time',
    detail: 'no days are left',
    warning:
      pace.remainingHours > 0
        ? `No days are left for the ${formatHours(pace.remainingHours)} that are still planned. A later interview date or a smaller hour budget would change that.`
        : null,
  }
}
