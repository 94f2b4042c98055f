import { z } from 'zod'
import { defineCall } from './call.ts'
import { slug, studyDay } from './units.ts'

/** When something is reached; see src/domain/forecast/reaching.ts for when each status holds. */
const reachingFields = {
  status: z.enum(['done', 'range', 'open-ended', 'not-converging', 'too-little', 'undated']),
  /** In one of ten courses by then, in half of them, in nine of ten. Null where it cannot be said. */
  earliest: studyDay.nullable(),
  likely: studyDay.nullable(),
  latest: studyDay.nullable(),
  /** The part of the courses, 0 to 1, that reach it before the interview; null without a date or a forecast. */
  inTime: z.number().nullable(),
}
const reaching = z.strictObject(reachingFields)

const forecastCategory = z.strictObject({
  category: slug,
  name: z.string(),
  actualHours: z.number(),
  plannedHours: z.number(),
  ...reachingFields,
})
const forecastMilestone = z.strictObject({
  milestone: slug,
  name: z.string(),
  actual: z.number(),
  target: z.number(),
  ...reachingFields,
})

const summaryFields = {
  /**
   * What it rests on: `recent` the last whole weeks; `what-if` those with other hours; `steady` the same hours every
   * week, as too little is logged for a spread; `nothing` too little is logged to say.
   */
  basis: z.enum(['recent', 'what-if', 'steady', 'nothing']),
  /** How many whole weeks of the past it draws from. */
  weeks: z.int(),
  /** Mean hours of a week that it goes on with. */
  weeklyHours: z.number(),
  /** Hours that a usual week needs from now on, days off taken out; null without an interview date or a day left. */
  neededWeeklyHours: z.number().nullable(),
  plan: reaching,
  categories: z.array(forecastCategory),
  /** Those that have a target. */
  milestones: z.array(forecastMilestone),
  /** The category that holds the plan up most; null when none is open, or nothing can be said. */
  critical: slug.nullable(),
}

/** The part of the forecast that the public status object carries. */
export const forecastSummary = z.strictObject(summaryFields)
export type ForecastSummary = z.infer<typeof forecastSummary>

const burnUpPoint = z.strictObject({
  day: studyDay,
  planned: z.number(),
  actual: z.number().nullable(),
  low: z.number().nullable(),
  middle: z.number().nullable(),
  high: z.number().nullable(),
})
const burnUp = z.strictObject({
  /** Null: the whole plan. */
  category: slug.nullable(),
  name: z.string(),
  plannedHours: z.number(),
  points: z.array(burnUpPoint),
})
export type BurnUpView = z.infer<typeof burnUp>

const weekday = z
  .int()
  .min(1, 'Weekdays are 1 (Monday) to 7.')
  .max(7, 'Weekdays are 1 to 7 (Sunday).')

/** Weekdays that rest every week, and single days off. */
export const daysOff = z.strictObject({
  restWeekdays: z
    .array(weekday)
    .refine((days) => new Set(days).size === days.length, 'A weekday stands twice.')
    .refine((days) => days.length < 7, 'Leave at least one weekday to study on.'),
  days: z
    .array(studyDay)
    .max(400, 'Give 400 days off at most.')
    .refine((days) => new Set(days).size === days.length, 'A day stands twice.'),
})
export type DaysOffView = z.infer<typeof daysOff>

export const weeklyHoursInput = z
  .number('Give the weekly hours as a number.')
  .positive('Weekly hours must be above 0.')
  .max(100, 'Weekly hours can be 100 at most.')

const forecastView = z.strictObject({
  today: studyDay,
  interviewDate: studyDay.nullable(),
  ...summaryFields,
  /** The fewest whole weeks that say anything, and how many courses are drawn. */
  fewestWeeks: z.int(),
  courses: z.int(),
  /** First and last day of the weeks that it draws from; null where there is none. */
  from: studyDay.nullable(),
  to: studyDay.nullable(),
  /** What the last weeks had on average; null while too little is logged. */
  recentWeeklyHours: z.number().nullable(),
  /** What the person means to study in a week. */
  meantWeeklyHours: z.number(),
  remainingHours: z.number(),
  /** The whole plan first, then its categories. */
  burnUps: z.array(burnUp),
  daysOff,
})
export type ForecastView = z.infer<typeof forecastView>

const replan = z.strictObject({
  basis: z.enum(['interview-date', 'weekly-hours']),
  remainingHours: z.number(),
  studyDaysLeft: z.int(),
  lastDay: studyDay.nullable(),
  /** Hours of a week without single days off. */
  usualWeekHours: z.number().nullable(),
  hoursPerStudyDay: z.number().nullable(),
  fits: z.boolean().nullable(),
  meantWeeklyHours: z.number(),
  categories: z.array(z.strictObject({ category: slug, name: z.string() })),
  weeks: z.array(
    z.strictObject({
      start: studyDay,
      end: studyDay,
      studyDays: z.int(),
      /** In the order of `categories`. */
      hours: z.array(z.number()),
      total: z.number(),
    }),
  ),
})
export type ReplanView = z.infer<typeof replan>

export const forecastCalls = {
  /**
   * When the plan, its categories and its milestones are reached if the weeks to come are like the last ones. With
   * `weeklyHours`: if they had so many hours, divided as in the last weeks (`recent`) or as what is left (`plan`).
   */
  'forecast.get': defineCall({
    kind: 'read',
    input: z.strictObject({
      weeklyHours: weeklyHoursInput.optional(),
      split: z.enum(['recent', 'plan']).default('recent'),
    }),
    output: forecastView,
  }),
  /** What is left of the plan, spread over the days left. Other days off than those kept can be tried. */
  'forecast.replan': defineCall({
    kind: 'read',
    input: z.strictObject({ daysOff: daysOff.optional() }),
    output: replan,
  }),
  /** Keeps the days on which nothing is to be studied. */
  'forecast.setDaysOff': defineCall({
    kind: 'write',
    changes: ['plan'],
    undo: 'Change days off',
    input: daysOff,
    output: z.strictObject({}),
  }),
  /** Keeps days off and weekly hours together, as a replan asks for. */
  'forecast.applyReplan': defineCall({
    kind: 'write',
    changes: ['plan', 'profile', 'sessions'],
    undo: 'Apply replan',
    input: z.strictObject({ daysOff, weeklyHours: weeklyHoursInput }),
    output: z.strictObject({}),
  }),
}
