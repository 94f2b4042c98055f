import type { StudyDay } from '#contract/units.ts'
import type { PlanDates } from '../elapsed.ts'
import type { DaysOff } from './days-off.ts'

/** A category of the plan: what it is to get and what it got, in hours. */
export type ForecastCategory = Readonly<{
  slug: string
  name: string
  plannedHours: number
  actualHours: number
}>

/** A milestone that has a target. */
export type ForecastMilestone = Readonly<{
  id: string
  name: string
  category: string
  actual: number
  target: number
  /** Whether what was reached is known by day; a figure that was stated has no days. */
  isDated: boolean
}>

/** What one study day brought: seconds by category, counts by milestone. */
export type ForecastDay = Readonly<{
  day: StudyDay
  seconds: Readonly<Record<string, number>>
  counts: Readonly<Record<string, number>>
}>

/** All that a forecast rests on. */
export type ForecastFacts = Readonly<{
  dates: PlanDates
  /** ISO weekday on which a week begins. */
  weekStartsOn: number
  categories: readonly ForecastCategory[]
  milestones: readonly ForecastMilestone[]
  /** Days with something logged; a day may occur several times. */
  days: readonly ForecastDay[]
  daysOff: DaysOff
}>

/** What if the week had so many hours? */
export type WhatIf = Readonly<{
  weeklyHours: number
  /** `recent`: divided as in the last weeks. `plan`: divided as what is left of the plan. */
  split: 'recent' | 'plan'
}>
