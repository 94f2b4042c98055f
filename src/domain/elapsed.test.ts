import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import { type PlanDates, daysLeftOf, elapsedOf, studyDaysLeftOf } from './elapsed.ts'
import { asStudyDay } from './units.ts'

function dates(today: string, interview: string | null, start = '2026-09-01'): PlanDates {
  return {
    startDate: asStudyDay(start),
    interviewDate: interview === null ? null : asStudyDay(interview),
    today: asStudyDay(today),
    weeklyHours: 15,
  }
}

describe('elapsedOf, with an interview date', () => {
  it.each([
    ['before the start', '2026-08-31', 0],
    ['on the start date', '2026-09-01', 0],
    ['84 of 105 days on', '2026-11-24', 0.8],
    ['on the day of the interview', '2026-12-15', 1],
    ['after it', '2027-02-01', 1],
  ])('is right %s', (_, today, share) => {
    expect(elapsedOf(dates(today, '2026-12-15'), 285).share).toBe(share)
  })

  it('tells how many days of how many', () => {
    const elapsed = elapsedOf(dates('2026-11-24', '2026-12-15'), 285)
    expect(elapsed).toMatchObject({ basis: 'interview-date', days: 84, daysInAll: 105 })
    expect(elapsedOf(dates('2027-02-01', '2026-12-15'), 285).days).toBe(105)
  })

  it.each([
    ['on the start date', '2026-09-01'],
    ['before the start date', '2026-08-20'],
  ])('is nothing before the start and all from it on when the interview is %s', (_, interview) => {
    expect(elapsedOf(dates('2026-08-31', interview), 285).share).toBe(0)
    expect(elapsedOf(dates('2026-09-01', interview), 285).share).toBe(1)
    expect(elapsedOf(dates('2026-09-02', interview), 285).share).toBe(1)
  })

  it('does not depend on the hours planned or meant', () => {
    const some = dates('2026-10-10', '2026-12-15')
    expect(elapsedOf({ ...some, weeklyHours: 1 }, 1).share).toBe(elapsedOf(some, 1000).share)
  })
})

describe('elapsedOf, without an interview date', () => {
  it('takes two weeks at 15 h as 30 h of 300 h', () => {
    const elapsed = elapsedOf(dates('2026-09-15', null), 300)
    expect(elapsed).toEqual({
      basis: 'weekly-hours',
      share: 0.1,
      isStarted: true,
      days: 14,
      daysInAll: null,
    })
  })

  it('stops at the whole plan', () => {
    expect(elapsedOf(dates('2028-01-01', null), 285).share).toBe(1)
  })

  it('is 0 before the start and for an empty plan', () => {
    expect(elapsedOf(dates('2026-08-01', null), 285)).toMatchObject({ share: 0, isStarted: false })
    expect(elapsedOf(dates('2026-10-01', null), 0).share).toBe(0)
  })
})

describe('elapsedOf, whatever the dates', () => {
  const offset = fc.integer({ min: -400, max: 400 })
  const day = (days: number) => addDays(asStudyDay('2026-09-01'), days)

  it('stays between 0 and 1, is 0 before the start, and never falls as days go by', () => {
    fc.assert(
      fc.property(offset, fc.option(offset), fc.nat(60), (today, interview, later) => {
        const at = (days: number) =>
          elapsedOf(
            {
              startDate: day(0),
              interviewDate: interview === null ? null : day(interview),
              today: day(days),
              weeklyHours: 12,
            },
            285,
          )
        const { share, isStarted } = at(today)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(isStarted).toBe(today >= 0)
        if (today < 0) expect(share).toBe(0)
        expect(at(today + later).share).toBeGreaterThanOrEqual(share)
      }),
    )
  })
})

describe('days left', () => {
  it('counts from today to the interview, and not below 0', () => {
    expect(daysLeftOf(dates('2026-11-24', '2026-12-15'))).toBe(21)
    expect(daysLeftOf(dates('2026-12-15', '2026-12-15'))).toBe(0)
    expect(daysLeftOf(dates('2026-12-20', '2026-12-15'))).toBe(0)
    expect(daysLeftOf(dates('2026-12-20', null))).toBeNull()
  })

  it('studies from the start on, while that is still ahead', () => {
    expect(studyDaysLeftOf(dates('2026-11-24', '2026-12-15'))).toBe(21)
    expect(studyDaysLeftOf(dates('2026-08-01', '2026-12-15'))).toBe(105)
    expect(studyDaysLeftOf(dates('2026-12-20', '2026-12-15'))).toBe(0)
    expect(studyDaysLeftOf(dates('2026-08-01', null))).toBeNull()
  })
})
