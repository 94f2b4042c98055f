import { describe, expect, it } from 'vitest'
import { explainDayStreak, explainWeekStreak } from './explain-streak.ts'
import { asStudyDay } from './units.ts'

const streak = {
  currentDays: 3,
  longestDays: 5,
  longestFrom: asStudyDay('2026-10-01'),
  longestTo: asStudyDay('2026-10-05'),
  studiedToday: true,
  currentWeeks: 1,
  longestWeeks: 4,
}

describe('a streak explains itself', () => {
  it('with its days, and when the longest was', () => {
    expect(explainDayStreak(streak).numbers).toBe(
      '3 days up to today. Longest: 5 days, 1 Oct 2026 to 5 Oct 2026',
    )
    expect(explainDayStreak({ ...streak, currentDays: 1, studiedToday: false }).numbers).toMatch(
      /^1 day up to yesterday; today is still open\./,
    )
  })

  it('names a single day once, and says nothing of a longest while nothing is logged', () => {
    const single = { ...streak, longestDays: 1, longestTo: streak.longestFrom }
    expect(explainDayStreak(single).numbers).toContain('Longest: 1 day, 1 Oct 2026')
    const none = { ...streak, currentDays: 0, longestDays: 0, longestFrom: null, longestTo: null }
    expect(explainDayStreak(none).numbers).toBe('Nothing is logged yesterday or today: 0 days')
  })

  it('with its weeks and the running one', () => {
    const weeks = [{ start: asStudyDay('2026-11-23'), hours: 9.5, reached: false }]
    const { formula, numbers } = explainWeekStreak(streak, { weeks, profile: { weeklyHours: 15 } })
    expect(formula).toContain('15 h or more')
    expect(numbers).toBe('This week: 9.5 h of 15 h. Now 1 week, longest 4 weeks')
  })
})
