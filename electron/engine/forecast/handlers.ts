import { addDays } from '#domain/days.ts'
import { COURSES } from '#domain/forecast/courses.ts'
import { FEWEST_WEEKS, meanHours } from '#domain/forecast/past-weeks.ts'
import { replanOf } from '#domain/forecast/replan.ts'
import { withoutNoise } from '#domain/units.ts'
import type { HandlersFor } from '../handlers.ts'
import { statusOf } from '../plan/status.ts'
import { requireProfile, writeProfile } from '../profile/store.ts'
import { forecastFacts } from './facts.ts'
import { rememberedForecast } from './remember.ts'
import { readDaysOff, writeDaysOff } from './store.ts'
import { forecastSummaryOf } from './summary.ts'

export const forecastHandlers: HandlersFor<'forecast'> = {
  'forecast.get': (context, { weeklyHours, split }) => {
    const status = statusOf(context)
    const daysOff = readDaysOff(context.db)
    const facts = forecastFacts(context, status, daysOff)
    const whatIf = weeklyHours === undefined ? undefined : { weeklyHours, split }
    const { forecast, burnUps } = rememberedForecast(context, facts, whatIf)
    const last = forecast.past.at(-1)
    return {
      today: status.today,
      interviewDate: status.profile.interviewDate,
      ...forecastSummaryOf(facts, forecast),
      fewestWeeks: FEWEST_WEEKS,
      courses: COURSES,
      from: forecast.past[0]?.start ?? null,
      to: last ? addDays(last.start, 6) : null,
      recentWeeklyHours:
        forecast.past.length < FEWEST_WEEKS ? null : withoutNoise(meanHours(forecast.past)),
      meantWeeklyHours: status.profile.weeklyHours,
      remainingHours: status.pace.remainingHours,
      burnUps: burnUps.map((line) => ({ ...line, points: [...line.points] })),
      daysOff,
    }
  },

  'forecast.replan': (context, { daysOff }) => {
    const status = statusOf(context)
    const facts = forecastFacts(context, status, daysOff)
    const { weeks, ...figures } = replanOf(facts)
    return {
      ...figures,
      meantWeeklyHours: status.profile.weeklyHours,
      categories: facts.categories.map(({ slug, name }) => ({ category: slug, name })),
      weeks: weeks.map((week) => ({ ...week, hours: [...week.hours] })),
    }
  },

  'forecast.setDaysOff': ({ db }, daysOff) => {
    requireProfile(db)
    writeDaysOff(db, daysOff)
    return {}
  },

  'forecast.applyReplan': ({ db }, { daysOff, weeklyHours }) => {
    const profile = requireProfile(db)
    writeDaysOff(db, daysOff)
    if (profile.weeklyHours !== weeklyHours) writeProfile(db, { ...profile, weeklyHours })
    return {}
  },
}
