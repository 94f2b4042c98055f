import type { MilestoneRow, PlanStatus, Status } from '#contract/plan.ts'
import type { Playbook } from '#contract/playbooks.ts'
import type { StudyDay } from '#contract/units.ts'
import { allocationDistanceOf, allocationOf } from '#domain/allocation.ts'
import { budgetOf } from '#domain/budget.ts'
import { addDays, eachDay } from '#domain/days.ts'
import { elapsedOf } from '#domain/elapsed.ts'
import { milestoneRowOf } from '#domain/milestones.ts'
import { paceOf } from '#domain/pace.ts'
import { lastWeeks, streakOf, type LoggedDay } from '#domain/streaks.ts'
import { asSeconds, secondsToHours } from '#domain/units.ts'
import { readChecklist } from '../checklist/read.ts'
import type { ReadContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { readMetrics } from '../metrics/read.ts'
import { planCategories } from '../profile/plan-category.ts'
import { findProfile, requireProfile } from '../profile/store.ts'
import { refuse } from '../refusal.ts'
import { sumsByCategory, sumsByCount, sumsByDay } from '../sessions/sums.ts'
import type { ReadableDb } from '../store/database.ts'
import { storyFacts } from '../stories/facts.ts'
import { milestoneChoices, ownHours } from './store.ts'

/** Where the hours went against the plan, at one moment: what all that is worked out further rests on. */
export function statusOf(context: ReadContext): PlanStatus {
  const { db, clock } = context
  const profile = requireProfile(db)
  const playbook = requirePlaybook(context.library, profile.level)
  const { studyDay: today, timeZone } = wallClockNow(clock, profile.dayStartsAt)
  const { name, startDate, interviewDate, weeklyHours } = profile

  const sums = sumsByCategory(db)
  const planCategoryOf = planCategories(context)
  const logged = sums.flatMap(({ playbook: from, category, seconds, sessions }) => {
    const place = planCategoryOf(from, category)
    return place === null ? [] : [{ category: place, seconds, sessions }]
  })
  const budget = budgetOf(playbook.plan.categories, ownHours(db, playbook.id))
  const dates = { startDate, interviewDate, today, weeklyHours }
  const plannedHours = budget.reduce((sum, category) => sum + category.hours, 0)
  const allocation = allocationOf(budget, logged, elapsedOf(dates, plannedHours))
  const counts = sumsByCount(db)
  const days = sumsByDay(db)
  const rules = { today, weeklyHours, weekStartsOn: profile.weekStartsOn }

  return {
    level: playbook.id,
    playbook: { name: playbook.name, version: playbook.version },
    today,
    timeZone,
    profile: { name, startDate, interviewDate, weeklyHours },
    totals: {
      sessions: sums.reduce((sum, row) => sum + row.sessions, 0),
      seconds: sums.reduce((sum, row) => sum + row.seconds, 0),
      studyDays: days.length,
      mappedSeconds: logged.reduce((sum, row) => sum + row.seconds, 0),
    },
    allocation,
    allocationDistance: allocationDistanceOf(allocation),
    unmapped: sums
      .filter((row) => planCategoryOf(row.playbook, row.category) === null)
      .map((row) => ({
        playbook: row.playbook,
        category: row.category,
        name: context.library.categoryOf(row.playbook, row.category)?.name ?? row.category,
        sessions: row.sessions,
        hours: secondsToHours(row.seconds),
      })),
    pace: paceOf(allocation, dates),
    milestones: milestonesOf(db, playbook, counts),
    counts,
    week: lastWeek(days, today),
    weeks: [...lastWeeks(days, shownWeeks, rules)],
    streak: profile.streaks ? streakOf(days, rules) : null,
    checklist: readChecklist(context, playbook).progress,
    metrics: readMetrics(context, playbook).summary,
  }
}

/** The playbook of the target level; a user's own file may have been taken away since. */
export function requirePlaybook(library: ReadContext['library'], level: string): Playbook {
  return (
    library.get(level) ??
    refuse({
      code: 'playbook-broken',
      message: `The playbook “${level}” of your target level is missing or broken.`,
      hint:
        library.problems.map((problem) => problem.message).join(' ') ||
        'Put its file back into the playbooks folder, or switch the level.',
    })
  )
}

/** The playbook of the level that was asked for; of the target level where none was, or where it is that one. */
export function playbookAsked(
  { db, library }: Pick<ReadContext, 'db' | 'library'>,
  level: string | undefined,
): Playbook {
  if (level === undefined || level === findProfile(db)?.level)
    return requirePlaybook(library, requireProfile(db).level)
  return (
    library.get(level) ??
    refuse({
      code: 'not-found',
      field: 'level',
      message: `There is no playbook “${level}”.`,
      hint: `Choose one of ${library
        .list()
        .map(({ id }) => id)
        .join(', ')}.`,
    })
  )
}

/** The milestones of a playbook with where they stand. */
export function milestonesOf(
  db: ReadableDb,
  playbook: Playbook,
  counts: Status['counts'],
): MilestoneRow[] {
  const choices = milestoneChoices(db, playbook.id)
  const chosen = (field: 'target' | 'stated') =>
    new Map(
      choices.flatMap((row): [string, number][] =>
        row[field] === null ? [] : [[row.milestone, row[field]]],
      ),
    )
  const facts = {
    counts: new Map(counts.map((row) => [row.kind, row.total])),
    ownTargets: chosen('target'),
    stated: chosen('stated'),
    derived: storyFacts(db),
  }
  return playbook.milestones.map((milestone) => milestoneRowOf(milestone, facts))
}

/** How many weeks are told one by one. */
const shownWeeks = 12

function lastWeek(days: readonly LoggedDay[], today: StudyDay): Status['week'] {
  const sums = new Map(days.map(({ day, seconds }) => [day, seconds]))
  return eachDay(addDays(today, -6), today).map((day) => ({
    day,
    hours: secondsToHours(asSeconds(sums.get(day) ?? 0)),
  }))
}
