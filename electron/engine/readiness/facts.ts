import type { MilestoneRow } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { budgetOf } from '#domain/budget.ts'
import { mockTypesOf } from '#domain/mocks.ts'
import type {
  ChecklistFact,
  MetricFact,
  MockFact,
  MilestoneFact,
  PlanFact,
  PrincipleFact,
  ReadinessFacts,
  StoryFact,
} from '#domain/readiness/facts.ts'
import { itemShares } from '#domain/readiness/item-shares.ts'
import { sessionCount, sessionHours } from '#domain/readiness/steps.ts'
import { SECONDS_PER_HOUR } from '#domain/units.ts'
import { readChecklist } from '../checklist/read.ts'
import { ownMinimums } from '../coverage/store.ts'
import type { ReadContext } from '../handlers.ts'
import { readMetrics } from '../metrics/read.ts'
import { readMocks } from '../mocks/store.ts'
import { milestonesOf } from '../plan/status.ts'
import { ownHours } from '../plan/store.ts'
import { planCategories } from '../profile/plan-category.ts'
import { reviewsByStory } from '../rehearsals/store.ts'
import { sumsByCategory, sumsByCount } from '../sessions/sums.ts'
import { bankedStories, cappedCount, longSessions } from './store.ts'

/**
 * Gathers what readiness for a level rests on: each noun hands over plain facts here, and here alone. The level may be
 * another than the target level: the same data are then seen with that level's playbook.
 */
export function readinessFacts(context: ReadContext, playbook: Playbook): ReadinessFacts {
  return {
    plan: planFacts(context, playbook),
    milestones: milestoneFacts(context, playbook),
    checklist: checklistFacts(context, playbook),
    principles: principleFacts(context),
    stories: storyFacts(context),
    metrics: metricFacts(context, playbook),
    mockTypes: mockTypesOf(playbook.id),
    mocks: mockFacts(context),
  }
}

/** The hours of each category, of one session no more than may move the score. */
function planFacts(context: ReadContext, playbook: Playbook): readonly PlanFact[] {
  const { db } = context
  const budget = budgetOf(playbook.plan.categories, ownHours(db, playbook.id))
  const most = new Map(
    budget.map(({ slug, hours }) => [
      slug,
      sessionHours(playbook.readiness.weights, hours) * SECONDS_PER_HOUR,
    ]),
  )
  const placeOf = planCategories(context, playbook)
  const seconds = new Map<string, number>()
  const add = (playbookId: string, category: string, change: (place: string) => number) => {
    const place = placeOf(playbookId, category)
    if (place !== null) seconds.set(place, (seconds.get(place) ?? 0) + change(place))
  }
  for (const row of sumsByCategory(db)) add(row.playbook, row.category, () => row.seconds)
  for (const row of longSessions(db, Math.min(...most.values())))
    add(row.playbook, row.category, (place) => -Math.max(0, row.seconds - (most.get(place) ?? 0)))
  return budget.map(({ slug, name, hours }) => ({
    category: slug,
    name,
    plannedHours: hours,
    hours: (seconds.get(slug) ?? 0) / SECONDS_PER_HOUR,
  }))
}

/** Milestones with a target that no other part of readiness looks at. */
function milestoneFacts({ db }: ReadContext, playbook: Playbook): readonly MilestoneFact[] {
  const rows = milestonesOf(db, playbook, sumsByCount(db))
  return playbook.milestones.flatMap(({ measure }, index): MilestoneFact[] => {
    const row: MilestoneRow | undefined = rows[index]
    if (!row || row.target === null) return []
    const { id, name, category, unit, actual, target } = row
    const fact = { id, name, category, unit, target }
    if (measure.kind === 'stated') return [{ ...fact, actual, measure: 'stated' }]
    if (measure.kind !== 'counts' || measure.counts.every((kind) => kind === 'mock-interview'))
      return []
    const most = sessionCount(playbook.readiness.weights, target)
    return [{ ...fact, actual: cappedCount(db, measure.counts, most), measure: 'counts' }]
  })
}

/** The playbook's items; own ones are left out, so that adding one never lowers the score. */
function checklistFacts(context: ReadContext, playbook: Playbook): readonly ChecklistFact[] {
  const rows = readChecklist(context, playbook)
    .groups.flatMap(({ items }) => items)
    .filter(({ own }) => !own)
  const shares = itemShares(
    rows.map(({ item }) => item),
    playbook.formula.areas,
  )
  return rows.map(({ item, text, worth }) => ({
    id: item,
    text,
    worth,
    share: shares.get(item) ?? 0,
  }))
}

const METRIC_WORTH = { met: 1, close: 0.5, 'not-met': 0, 'no-value': null } as const

function metricFacts(context: ReadContext, playbook: Playbook): readonly MetricFact[] {
  return readMetrics(context, playbook).groups.flatMap(({ indicators }) =>
    indicators.map(({ id, text, status }) => ({ id, text, worth: METRIC_WORTH[status] })),
  )
}

function principleFacts({ db, library }: ReadContext): readonly PrincipleFact[] {
  const own = ownMinimums(db)
  return library.principles.map(({ id, name, minStories }) => ({
    id,
    name,
    needed: own.get(id) ?? minStories,
  }))
}

function storyFacts({ db }: ReadContext): readonly StoryFact[] {
  const reviews = reviewsByStory(db)
  return bankedStories(db).map((story) => ({
    ...story,
    rehearsals: reviews.get(story.id)?.length ?? 0,
  }))
}

/** Those that an interviewer has rated: the own rating stands beside it and is never counted. */
function mockFacts({ db }: ReadContext): readonly MockFact[] {
  return readMocks(db).flatMap(({ type, overall }) => (overall === null ? [] : [{ type, overall }]))
}
