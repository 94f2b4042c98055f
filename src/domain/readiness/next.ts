import type { NextStep, ReadinessAction } from '#contract/readiness.ts'
import { formatHours } from '../duration.ts'
import { formatCount, trimmedDecimals } from '../readable.ts'
import { withoutNoise } from '../units.ts'
import type { Gain } from './gains.ts'

/** What the list of next steps rests on beside what each would add. */
export type NextFacts = Readonly<{
  gains: readonly Gain[]
  /** Days to the interview; null without a date. */
  daysLeft: number | null
  weeklyHours: number
  /** Hours that a category is behind what is due by today, where it is called behind. */
  behind: ReadonlyMap<string, number>
  /** The category that holds the plan up most; null where it cannot be said. */
  critical: string | null
  /** Why a story is to be rehearsed now, by its id. */
  due: ReadonlyMap<string, string>
}>

/** How many steps are offered. */
export const STEPS_OFFERED = 5
/** From so many days before the interview on, what is there is practised rather than added to. */
export const LAST_DAYS = 14

/** What each kind of step takes, in hours: rough, and said to be so. A session says its own. */
const HOURS: Readonly<Record<Exclude<ReadinessAction['kind'], 'study'>, number>> = {
  count: 1,
  state: 20,
  'checklist-item': 0.5,
  'write-story': 3,
  'finish-story': 1,
  rehearse: 0.25,
  metric: 0.5,
  mock: 1.5,
}

/** Steps that make use of what is there, and those that begin something new. */
const PRACTICE: readonly ReadinessAction['kind'][] = ['rehearse', 'mock']
const LONG_RUN: readonly ReadinessAction['kind'][] = ['study', 'write-story', 'count', 'state']

type Weighed = Readonly<{ gain: Gain; hours: number; value: number; whys: readonly string[] }>

/**
 * What to do next: the most points an hour first, at most one step of each part, five in all.
 *
 * points an hour = points that the step adds / hours that it takes, times 2 for each of these: a category that is
 * behind, the category that holds the plan up, a story that is due, practice in the last 14 days; and halved for what
 * pays off later, in those days. What takes longer than the hours left is not offered. Of equals the first by name. One
 * step is always study, while hours are open: it is the daily bread, and pays too slowly to win by points an hour.
 */
export function nextSteps(facts: NextFacts): readonly NextStep[] {
  const hoursLeft = facts.daysLeft === null ? Infinity : (facts.daysLeft / 7) * facts.weeklyHours
  const ranked = facts.gains
    .map((gain) => weigh(gain, facts))
    .filter(({ hours }) => hours <= hoursLeft)
    .toSorted((a, b) => b.value - a.value || (a.gain.text < b.gain.text ? -1 : 1))
  const first = new Map<string, Weighed>()
  for (const step of ranked) if (!first.has(step.gain.part)) first.set(step.gain.part, step)
  const best = [...first.values()]
  const chosen = best.slice(0, STEPS_OFFERED)
  const study = best.find(({ gain }) => gain.action.kind === 'study')
  if (study && !chosen.includes(study)) chosen[STEPS_OFFERED - 1] = study
  return chosen.map((step) => stepOf(step, facts))
}

function weigh(gain: Gain, facts: NextFacts): Weighed {
  const { action } = gain
  const hours = action.kind === 'study' ? action.hours : HOURS[action.kind]
  const whys: string[] = []
  let factor = 1
  const doubled = (why: string) => {
    factor *= 2
    whys.push(why)
  }
  if (action.kind === 'study') {
    const behind = facts.behind.get(action.category)
    if (behind !== undefined) doubled(`${formatHours(behind)} behind what is due by today`)
    if (action.category === facts.critical) doubled('this category holds the plan up most')
  }
  if (action.kind === 'rehearse') {
    const due = facts.due.get(action.story)
    if (due !== undefined) doubled(due)
  }
  const { daysLeft } = facts
  if (daysLeft !== null && daysLeft <= LAST_DAYS) {
    const left = formatCount(daysLeft, { one: 'day', many: 'days' })
    if (PRACTICE.includes(action.kind)) doubled(`${left} left, so practise what you have`)
    if (LONG_RUN.includes(action.kind)) {
      factor /= 2
      whys.push(`half weight, as ${left} are left`)
    }
  }
  return { gain, hours, value: withoutNoise((gain.points / hours) * factor), whys }
}

function stepOf({ gain, hours, whys }: Weighed, { daysLeft }: NextFacts): NextStep {
  const { action, text, points } = gain
  const rate = `+${trimmedDecimals(points)} points for about ${timeText(hours)} (${trimmedDecimals(points / hours)} an hour)`
  const left =
    whys.length === 0 && daysLeft !== null
      ? [`${formatCount(daysLeft, { one: 'day', many: 'days' })} left`]
      : []
  return { action, text, reason: `${[rate, ...whys, ...left].join('; ')}.`, points, hours }
}

/** A time for people: `15 min`, `1.5 h`. */
function timeText(hours: number): string {
  return hours < 1 ? `${trimmedDecimals(hours * 60)} min` : `${trimmedDecimals(hours)} h`
}
