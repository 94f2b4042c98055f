import { z } from 'zod'
import { checklistProgress } from './checklist.ts'
import { defineCall } from './call.ts'
import { metricsSummary } from './metrics.ts'
import { forecastSummary } from './forecast.ts'
import { countKind, playbookId } from './playbooks.ts'
import { nextStep, readinessSummary } from './readiness.ts'
import { slug, studyDay } from './units.ts'

const paceStatus = z.enum(['no-data', 'not-started', 'behind', 'on-track', 'ahead', 'over'])
export type PaceStatus = z.infer<typeof paceStatus>

/** One category of the plan beside what was logged for it. Shares 0 to 1, hours decimal, drift in percentage points. */
export const allocationRow = z.strictObject({
  category: slug,
  name: z.string(),
  plannedShare: z.number(),
  actualShare: z.number(),
  /** 100 x (actual share - planned share); null while nothing is logged. */
  driftPoints: z.number().nullable(),
  plannedHours: z.number(),
  actualHours: z.number(),
  plannedToDateHours: z.number(),
  remainingHours: z.number(),
  sessions: z.int(),
  status: paceStatus,
})
export type AllocationRow = z.infer<typeof allocationRow>

export const milestoneRow = z.strictObject({
  id: slug,
  name: z.string(),
  category: slug,
  unit: z.strictObject({ one: z.string(), many: z.string() }),
  actual: z.number(),
  /** The least that reaches the milestone; null while none is set. */
  target: z.number().nullable(),
  max: z.number().nullable(),
  approximate: z.boolean(),
  open: z.boolean(),
  /** actual / target, capped at 1; null without a target. */
  progress: z.number().nullable(),
  measure: z.enum(['counts', 'stories', 'principles', 'stated']),
  /** True when the target is the user's own and not the playbook's figure. */
  ownTarget: z.boolean(),
  /** False when the source sets no figure at this level. */
  inPlaybook: z.boolean(),
})
export type MilestoneRow = z.infer<typeof milestoneRow>

export const pace = z.strictObject({
  status: paceStatus,
  /** The rule in words, with its numbers. */
  rule: z.string(),
  /** What planned-to-date rests on: the interview date, or weekly hours while that date is unknown. */
  basis: z.enum(['interview-date', 'weekly-hours']),
  /** Part of the plan's time that has passed, 0 to 1. */
  elapsedShare: z.number(),
  plannedHours: z.number(),
  plannedToDateHours: z.number(),
  actualHours: z.number(),
  /** The part of the actual hours that moves the plan on: per category at most its whole budget. */
  countedHours: z.number(),
  /** Counted hours minus planned to date. */
  differenceHours: z.number(),
  toleranceHours: z.number(),
  remainingHours: z.number(),
  /** Days from today to the interview; null without a date; 0 on the day and after. */
  daysLeft: z.int().nullable(),
  /** Null when no days are left or no date is known. */
  requiredWeeklyHours: z.number().nullable(),
  weeklyHours: z.number(),
  /** Whether the weekly hours meant are enough; null when it cannot be said. */
  fits: z.boolean().nullable(),
})
export type Pace = z.infer<typeof pace>

/** Days and weeks of study in a row. See docs/STATUS.md for when a streak ends. */
const streak = z.strictObject({
  currentDays: z.int(),
  longestDays: z.int(),
  /** When the longest streak of days was; null while nothing is logged. */
  longestFrom: studyDay.nullable(),
  longestTo: studyDay.nullable(),
  studiedToday: z.boolean(),
  /** Weeks in a row that reached the weekly hours; rest days in them do not matter. */
  currentWeeks: z.int(),
  longestWeeks: z.int(),
})
export type Streak = z.infer<typeof streak>

/** The public status object: only ever extended. See docs/STATUS.md. */
export const status = z.strictObject({
  level: playbookId,
  playbook: z.strictObject({ name: z.string(), version: z.int() }),
  today: studyDay,
  timeZone: z.string(),
  profile: z.strictObject({
    name: z.string(),
    startDate: studyDay,
    interviewDate: studyDay.nullable(),
    weeklyHours: z.number(),
  }),
  totals: z.strictObject({
    sessions: z.int(),
    seconds: z.int(),
    studyDays: z.int(),
    /** Time that counts in the plan of this level. */
    mappedSeconds: z.int(),
  }),
  allocation: z.array(allocationRow),
  /** Half the sum of absolute drifts, 0 to 100; null while nothing is logged. */
  allocationDistance: z.number().nullable(),
  /** Time logged under another level's categories that has no place in this plan. */
  unmapped: z.array(
    z.strictObject({
      playbook: playbookId,
      category: slug,
      name: z.string(),
      sessions: z.int(),
      hours: z.number(),
    }),
  ),
  pace,
  milestones: z.array(milestoneRow),
  counts: z.array(z.strictObject({ kind: countKind, total: z.int() })),
  /** Per day, for the last 7 days, oldest first. */
  week: z.array(z.strictObject({ day: studyDay, hours: z.number() })),
  /** Per week, for the last 12 weeks, oldest first, the running one last; weeks begin where the profile says. */
  weeks: z.array(
    z.strictObject({
      start: studyDay,
      hours: z.number(),
      /** Whether the week reached the weekly hours of the profile. */
      reached: z.boolean(),
    }),
  ),
  /** Null while streaks are switched off in the profile. */
  streak: streak.nullable(),
  /** Career evidence of this level, which no study time moves. */
  checklist: checklistProgress,
  metrics: metricsSummary,
  /** What was done and recorded for the level, as one figure of 0 to 100. */
  readiness: readinessSummary,
  /** What to do next, the best use of the next hour first; at most five. */
  next: z.array(nextStep),
  /** When the plan is reached if the weeks to come are like the last ones. */
  forecast: forecastSummary,
})
export type Status = z.infer<typeof status>
/** The status without what is worked out from it and from everything else. */
export type PlanStatus = Omit<Status, 'readiness' | 'next' | 'forecast'>

export const planCalls = {
  /** Where the hours went against the plan. Fails with `no-profile` before the first run is finished. */
  'plan.status': defineCall({ kind: 'read', input: z.strictObject({}), output: status }),
  /**
   * Sets the hour budget of the current level, per category; null goes back to the playbook's. Shares stay as they are.
   */
  'plan.setBudget': defineCall({
    kind: 'write',
    changes: ['plan'],
    undo: 'Change hour budget',
    input: z.strictObject({
      hours: z
        .array(
          z.strictObject({
            category: slug,
            hours: z
              .number('Give the hours as a number.')
              .min(0, 'Hours cannot be below 0.')
              .max(5000, 'A budget can be 5,000 hours at most.'),
          }),
        )
        .nullable(),
    }),
    output: z.strictObject({}),
  }),
  /** Sets the user's own target of a milestone (null: the playbook's), or states its count where it is not derived. */
  'plan.setMilestone': defineCall({
    kind: 'write',
    changes: ['plan'],
    undo: 'Change milestone',
    input: z.strictObject({
      milestone: slug,
      target: z
        .number('Give the target as a number.')
        .int('A target is a whole number.')
        .min(1, 'A target is 1 or more.')
        .max(100_000, 'A target is 100,000 at most.')
        .nullable()
        .optional(),
      stated: z
        .number('Give the count as a number.')
        .int('A count is a whole number.')
        .min(0, 'A count is 0 or more.')
        .max(100_000, 'A count is 100,000 at most.')
        .optional(),
    }),
    output: z.strictObject({}),
  }),
}
