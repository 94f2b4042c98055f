import type { DaysOffView } from '#contract/forecast.ts'
import type { PlanStatus } from '#contract/plan.ts'
import type { StudyDay } from '#contract/units.ts'
import { planDatesOf } from '#domain/elapsed.ts'
import type { ForecastFacts } from '#domain/forecast/facts.ts'
import type { ReadContext } from '../handlers.ts'
import { wallClockNow, wallClockOfInstant } from '../local-time.ts'
import { requirePlaybook } from '../plan/status.ts'
import { planCategories } from '../profile/plan-category.ts'
import { requireProfile } from '../profile/store.ts'
import { storyFacts as storyBank } from '../stories/facts.ts'
import { begunStories, countsByDay, readDaysOff, timeByDay } from './store.ts'

/** Gathers what a forecast rests on. `off` takes the place of the days off that are kept. */
export function forecastFacts(
  context: ReadContext,
  status: PlanStatus,
  off: DaysOffView = readDaysOff(context.db),
): ForecastFacts {
  const { db, library } = context
  const playbook = requirePlaybook(library, status.level)
  const days = new Map<
    StudyDay,
    { seconds: Record<string, number>; counts: Record<string, number> }
  >()
  const on = (day: StudyDay) => {
    const known = days.get(day)
    if (known) return known
    const added = { seconds: {}, counts: {} }
    days.set(day, added)
    return added
  }
  const planCategoryOf = planCategories(context)
  for (const { day, playbook: from, category, seconds } of timeByDay(db)) {
    const place = planCategoryOf(from, category)
    if (place !== null) add(on(day).seconds, place, seconds)
  }
  const milestonesOf = Map.groupBy(
    playbook.milestones.flatMap(({ id, measure }) =>
      measure.kind === 'counts' ? measure.counts.map((kind) => ({ kind, id })) : [],
    ),
    ({ kind }) => kind,
  )
  for (const { day, kind, n } of countsByDay(db))
    for (const { id } of milestonesOf.get(kind) ?? []) add(on(day).counts, id, n)

  const { timeZone } = wallClockNow(context.clock, 0)
  const dayOf = (instant: string) => wallClockOfInstant(instant, timeZone).date
  const served = new Set<string>()
  for (const { at, principles } of begunStories(db)) {
    const first = principles.filter((principle) => !served.has(principle))
    for (const principle of first) served.add(principle)
    for (const { id, measure } of playbook.milestones) {
      if (measure.kind === 'stories') add(on(dayOf(at)).counts, id, 1)
      if (measure.kind === 'principles' && first.length > 0)
        add(on(dayOf(at)).counts, id, first.length)
    }
  }
  // An empty bank leaves both to what was stated, which has no days.
  const isBank = storyBank(db).stories !== undefined

  return {
    dates: planDatesOf(status),
    weekStartsOn: requireProfile(db).weekStartsOn,
    categories: status.allocation.map(({ category, name, plannedHours, actualHours }) => ({
      slug: category,
      name,
      plannedHours,
      actualHours,
    })),
    milestones: status.milestones.flatMap(({ id, name, category, actual, target, measure }) =>
      target === null
        ? []
        : [
            {
              id,
              name,
              category,
              actual,
              target,
              isDated: measure === 'counts' || (isBank && measure !== 'stated'),
            },
          ],
    ),
    days: [...days].map(([day, { seconds, counts }]) => ({ day, seconds, counts })),
    daysOff: { weekdays: off.restWeekdays, days: new Set(off.days) },
  }
}

function add(sums: Record<string, number>, key: string, value: number): void {
  sums[key] = (sums[key] ?? 0) + value
}
