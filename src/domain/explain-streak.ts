import type { Status, Streak } from '#contract/plan.ts'
import { type Explanation, OWN_RULE, hoursText } from './explain.ts'
import { formatCount, formatDay } from './readable.ts'

const DAY = { one: 'day', many: 'days' }
const WEEK = { one: 'week', many: 'weeks' }

/** How many study days stand in a row, and when the most did. */
export function explainDayStreak(streak: Streak): Explanation {
  const { currentDays, longestDays, longestFrom, longestTo, studiedToday } = streak
  const now =
    currentDays === 0
      ? 'Nothing is logged yesterday or today: 0 days'
      : `${formatCount(currentDays, DAY)} up to ${studiedToday ? 'today' : 'yesterday; today is still open'}`
  const longest =
    longestFrom === null || longestTo === null
      ? ''
      : `. Longest: ${formatCount(longestDays, DAY)}, ${spanText(longestFrom, longestTo)}`
  return {
    formula:
      'Study days in a row up to today or yesterday: a day that is not over has not been missed. Each session counts on the day that the clock on the wall showed.',
    numbers: `${now}${longest}`,
    source: OWN_RULE,
  }
}

/** How many weeks in a row held the weekly hours. */
export function explainWeekStreak(
  streak: Streak,
  { weeks, profile }: Pick<Status, 'weeks'> & Readonly<{ profile: { weeklyHours: number } }>,
): Explanation {
  const running = weeks.at(-1)
  const thisWeek =
    running === undefined
      ? ''
      : `This week: ${hoursText(running.hours)} of ${hoursText(profile.weeklyHours)}. `
  return {
    formula: `Weeks in a row with ${hoursText(profile.weeklyHours)} or more, on whatever days: a rest day breaks nothing. The running week counts once it has them, and breaks nothing before.`,
    numbers: `${thisWeek}Now ${formatCount(streak.currentWeeks, WEEK)}, longest ${formatCount(streak.longestWeeks, WEEK)}`,
    source: OWN_RULE,
  }
}

function spanText(from: NonNullable<Streak['longestFrom']>, to: typeof from): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
}
