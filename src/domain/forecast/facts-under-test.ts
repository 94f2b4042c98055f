import fc from 'fast-check'
import type { StudyDay } from '#contract/units.ts'
import { addDays } from '../days.ts'
import { asStudyDay } from '../units.ts'
import { NO_DAYS_OFF } from './days-off.ts'
import type { ForecastDay, ForecastFacts } from './facts.ts'

/** A Tuesday; its week began on Monday the 23rd. */
export const today = asStudyDay('2026-11-24')

/** A plan of two categories, 60 and 40 hours, with nothing logged. */
export const plain: ForecastFacts = {
  dates: {
    startDate: asStudyDay('2026-09-28'),
    interviewDate: asStudyDay('2027-02-01'),
    today,
    weeklyHours: 10,
  },
  weekStartsOn: 1,
  categories: [
    { slug: 'design', name: 'Design', plannedHours: 60, actualHours: 0 },
    { slug: 'coding', name: 'Coding', plannedHours: 40, actualHours: 0 },
  ],
  milestones: [
    { id: 'problems', name: 'Problems', category: 'design', actual: 0, target: 12, isDated: true },
    {
      id: 'languages',
      name: 'Languages',
      category: 'coding',
      actual: 1,
      target: 2,
      isDated: false,
    },
  ],
  days: [],
  daysOff: NO_DAYS_OFF,
}

/** So many hours on a day. */
export function on(
  day: StudyDay,
  hours: Readonly<Record<string, number>>,
  problems = 0,
): ForecastDay {
  return {
    day,
    seconds: Object.fromEntries(
      Object.entries(hours).map(([slug, value]) => [slug, Math.round(value * 3600)]),
    ),
    counts: { problems },
  }
}

/** The facts with days logged: the hours and counts reached follow from them. */
export function logged(facts: ForecastFacts, days: readonly ForecastDay[]): ForecastFacts {
  const sum = (of: (day: ForecastDay) => number | undefined) =>
    days.reduce((total, day) => total + (of(day) ?? 0), 0)
  return {
    ...facts,
    days,
    categories: facts.categories.map((category) => ({
      ...category,
      actualHours: sum(({ seconds }) => seconds[category.slug]) / 3600,
    })),
    milestones: facts.milestones.map((milestone) =>
      milestone.isDated
        ? { ...milestone, actual: sum(({ counts }) => counts[milestone.id]) }
        : milestone,
    ),
  }
}

/** One day in each of the last so many weeks, the Wednesday, the oldest first. */
export function weekly(
  hours: readonly Readonly<Record<string, number>>[],
  problems = 0,
): ForecastDay[] {
  return hours.map((week, index) =>
    on(addDays(today, 1 - 7 * (hours.length - index)), week, problems),
  )
}

const hour = fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4)
const someDay = fc
  .record({
    back: fc.integer({ min: 0, max: 80 }),
    design: hour,
    coding: hour,
    problems: fc.nat(3),
  })
  .map(({ back, design, coding, problems }) =>
    on(addDays(today, -back), { design, coding }, problems),
  )

/** Any facts of a plan under way: dates, rest days, days off and what was logged vary. */
export const anyFacts: fc.Arbitrary<ForecastFacts> = fc
  .record({
    days: fc.array(someDay, { maxLength: 30 }),
    weekStartsOn: fc.integer({ min: 1, max: 7 }),
    interview: fc.option(fc.integer({ min: -20, max: 200 }), { nil: null }),
    start: fc.integer({ min: -80, max: 20 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    off: fc.uniqueArray(fc.integer({ min: -40, max: 90 }), { maxLength: 20 }),
    weeklyHours: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ days, weekStartsOn, interview, start, weekdays, off, weeklyHours }) =>
    logged(
      {
        ...plain,
        weekStartsOn,
        dates: {
          today,
          weeklyHours,
          startDate: addDays(today, start),
          interviewDate: interview === null ? null : addDays(today, interview),
        },
        daysOff: { weekdays, days: new Set(off.map((shift) => addDays(today, shift))) },
      },
      days,
    ),
  )
