import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isBefore } from '../days.ts'
import { asStudyDay } from '../units.ts'
import { runsOfDays, studiedDays } from './days-off.ts'
import { anyFacts, logged, plain, today, weekly } from './facts-under-test.ts'
import { replanOf } from './replan.ts'
import { remainingHours } from './what-if.ts'

const twoWeeks = {
  ...plain,
  dates: { ...plain.dates, interviewDate: asStudyDay('2026-12-08') },
}

describe('replanning', () => {
  it('spreads what is left evenly over the study days, up to the day before the interview', () => {
    const facts = {
      ...logged(twoWeeks, weekly([{ design: 32, coding: 26 }])),
      daysOff: {
        weekdays: [7],
        days: new Set([asStudyDay('2026-11-26'), asStudyDay('2026-11-27')]),
      },
    }
    const replan = replanOf(facts)
    // 28 h of design and 14 h of coding: three days this week, six next week, one in the week of the interview.
    expect(replan.weeks.map(({ start, studyDays, hours }) => [start, studyDays, hours])).toEqual([
      ['2026-11-23', 3, [8.5, 4.25]],
      ['2026-11-30', 6, [16.75, 8.25]],
      ['2026-12-07', 1, [2.75, 1.5]],
    ])
    expect(replan).toMatchObject({
      basis: 'interview-date',
      remainingHours: 42,
      studyDaysLeft: 10,
      hoursPerStudyDay: 4.2,
      usualWeekHours: 25.2,
      fits: false,
      lastDay: '2026-12-07',
    })
  })

  it('without an interview date goes on at the hours meant until all is done', () => {
    const facts = { ...plain, dates: { ...plain.dates, interviewDate: null, weeklyHours: 14 } }
    const replan = replanOf(facts)
    expect(replan).toMatchObject({
      basis: 'weekly-hours',
      studyDaysLeft: 50,
      usualWeekHours: 14,
      fits: null,
    })
    expect(replan.lastDay).toBe(addDays(today, 49))
    expect(replan.weeks[1]?.total).toBe(14)
  })

  it('says so where no day is left', () => {
    const facts = { ...plain, dates: { ...plain.dates, interviewDate: today } }
    expect(replanOf(facts)).toMatchObject({
      weeks: [],
      lastDay: null,
      usualWeekHours: null,
      fits: false,
    })
  })

  it('begins with the plan where that is still ahead', () => {
    const facts = { ...plain, dates: { ...plain.dates, startDate: asStudyDay('2026-12-07') } }
    expect(replanOf(facts).weeks[0]?.start).toBe('2026-12-07')
  })

  it('gives out exactly what is left, in quarters, and only where there are days to study', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { weeks, studyDaysLeft } = replanOf(facts)
        const left = remainingHours(facts)
        for (const { start, end, studyDays, hours } of weeks) {
          expect(studyDays).toBeGreaterThan(0)
          expect(studiedDays(start, end, facts.daysOff).length).toBeGreaterThanOrEqual(studyDays)
          for (const value of hours) expect(value).toBeGreaterThanOrEqual(0)
        }
        for (const week of weeks.slice(0, -1))
          for (const value of week.hours) expect((value * 4) % 1).toBeCloseTo(0)
        if (studyDaysLeft === 0) return
        left.forEach((value, index) =>
          expect(weeks.reduce((sum, { hours }) => sum + (hours[index] ?? 0), 0)).toBeCloseTo(
            value,
            6,
          ),
        )
        expect(weeks.reduce((sum, { studyDays }) => sum + studyDays, 0)).toBe(studyDaysLeft)
        const { interviewDate } = facts.dates
        const { lastDay } = replanOf(facts)
        if (interviewDate && lastDay) expect(isBefore(lastDay, interviewDate)).toBe(true)
      }),
    )
  })
})

it('days off that follow each other are one holiday', () => {
  const days = ['2026-12-24', '2026-12-25', '2026-12-27', '2026-12-25'].map(asStudyDay)
  expect(runsOfDays(days)).toEqual([
    { from: '2026-12-24', to: '2026-12-25', days: 2 },
    { from: '2026-12-27', to: '2026-12-27', days: 1 },
  ])
})
