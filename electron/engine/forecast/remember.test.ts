import { describe, expect, it } from 'vitest'
import { forecastWithBurnUps } from '#domain/forecast/forecast.ts'
import type { ForecastFacts } from '#domain/forecast/facts.ts'
import { asStudyDay } from '#domain/units.ts'
import type { ReadContext } from '../handlers.ts'
import { rememberedForecast } from './remember.ts'

const facts: ForecastFacts = {
  dates: {
    startDate: asStudyDay('2026-09-28'),
    interviewDate: asStudyDay('2027-02-01'),
    today: asStudyDay('2026-11-24'),
    weeklyHours: 10,
  },
  weekStartsOn: 1,
  categories: [{ slug: 'design', name: 'Design', plannedHours: 60, actualHours: 20 }],
  milestones: [],
  days: ['2026-10-28', '2026-11-04', '2026-11-11', '2026-11-18'].map((day) => ({
    day: asStudyDay(day),
    seconds: { design: 18_000 },
    counts: {},
  })),
  daysOff: { weekdays: [], days: new Set() },
}
/** An engine has a library of its own, which is all that is asked of it here. */
const engine = () => ({ library: {} as ReadContext['library'] })

describe('a forecast that was drawn before', () => {
  it('is not drawn again from the same facts, and is what drawing it gives', () => {
    const context = engine()
    const first = rememberedForecast(context, facts)
    expect(first).toEqual(forecastWithBurnUps(facts))
    expect(rememberedForecast(context, { ...facts, days: [...facts.days] })).toBe(first)
    expect(rememberedForecast(engine(), facts)).not.toBe(first)
  })

  it.each<[what: string, change: Partial<ForecastFacts>]>([
    ['another day', { dates: { ...facts.dates, today: asStudyDay('2026-11-25') } }],
    ['a day off', { daysOff: { weekdays: [], days: new Set([asStudyDay('2026-12-01')]) } }],
    ['a session less', { days: facts.days.slice(1) }],
  ])('does not stand for %s', (_, change) => {
    const context = engine()
    rememberedForecast(context, facts)
    const changed = { ...facts, ...change }
    expect(rememberedForecast(context, changed)).toEqual(forecastWithBurnUps(changed))
  })

  it('is let go once eight others were asked for since', () => {
    const context = engine()
    const first = rememberedForecast(context, facts)
    for (let weeklyHours = 1; weeklyHours <= 7; weeklyHours += 1)
      rememberedForecast(context, facts, { weeklyHours, split: 'recent' })
    expect(rememberedForecast(context, facts)).toBe(first)
    for (let weeklyHours = 11; weeklyHours <= 18; weeklyHours += 1)
      rememberedForecast(context, facts, { weeklyHours, split: 'plan' })
    expect(rememberedForecast(context, facts)).not.toBe(first)
  })
})
