import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import { lastWeeks, streakOf, type LoggedDay, type StreakRules } from './streaks.ts'
import { asStudyDay } from './units.ts'

/** A Tuesday; its week began on Monday the 23rd. */
const today = asStudyDay('2026-11-24')
const rules: StreakRules = { today, weeklyHours: 10, weekStartsOn: 1 }

const on = (day: string, hours = 1): LoggedDay => ({ day: asStudyDay(day), seconds: hours * 3600 })

describe('the streak by day', () => {
  it('is 0 while nothing is logged', () => {
    expect(streakOf([], rules)).toEqual({
      currentDays: 0,
      longestDays: 0,
      longestFrom: null,
      longestTo: null,
      studiedToday: false,
      currentWeeks: 0,
      longestWeeks: 0,
    })
  })

  it.each([
    [['2026-11-22', '2026-11-23', '2026-11-24'], 3, 'up to today'],
    [['2026-11-22', '2026-11-23'], 2, 'up to yesterday, as today is not over'],
    [['2026-11-21', '2026-11-22'], 0, 'broken by yesterday'],
    [['2026-11-22', '2026-11-24'], 1, 'begun anew today'],
    [['2026-11-24', '2026-11-25'], 2, 'beyond today, west of the date line'],
    [['2026-10-31', '2026-11-01', '2026-11-23'], 1, 'not with what lies further back'],
  ])('of %j is %i: %s', (days, length) => {
    expect(
      streakOf(
        days.map((day) => on(day)),
        rules,
      ).currentDays,
    ).toBe(length)
  })

  it('tells when the longest was: of two as long, the later', () => {
    const days = [
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
    ]
    expect(
      streakOf(
        days.map((day) => on(day)),
        rules,
      ),
    ).toMatchObject({
      currentDays: 0,
      longestDays: 3,
      longestFrom: '2026-10-24',
      longestTo: '2026-10-26',
      studiedToday: false,
    })
  })

  it('counts a day once, however often it was studied on', () => {
    const days = [on('2026-11-24'), on('2026-11-24'), on('2026-11-23')]
    expect(streakOf(days, rules)).toMatchObject({ currentDays: 2, studiedToday: true })
  })
})

describe('the streak by weekly goal', () => {
  it('survives rest days: a week counts by its hours alone', () => {
    const days = [on('2026-11-09', 10), on('2026-11-18', 4), on('2026-11-22', 6)]
    expect(streakOf(days, rules)).toMatchObject({ currentWeeks: 2, longestWeeks: 2 })
  })

  it('is not broken by the running week, and grows once that reaches the goal', () => {
    const before = [on('2026-11-10', 10), on('2026-11-17', 10)]
    expect(streakOf([...before, on('2026-11-23', 9)], rules).currentWeeks).toBe(2)
    expect(streakOf([...before, on('2026-11-23', 10)], rules).currentWeeks).toBe(3)
  })

  it('is broken by the week before, short by a second', () => {
    const short = { day: asStudyDay('2026-11-17'), seconds: 36_000 - 1 }
    expect(streakOf([on('2026-11-10', 10), short], rules)).toMatchObject({
      currentWeeks: 0,
      longestWeeks: 1,
    })
    expect(streakOf([on('2026-11-10', 10), short, { ...short, seconds: 1 }], rules)).toMatchObject({
      currentWeeks: 2,
    })
  })

  it('cuts weeks where they begin: Sunday belongs to the week before or to the one it opens', () => {
    const days = [on('2026-11-16', 5), on('2026-11-22', 5)]
    expect(streakOf(days, rules).longestWeeks).toBe(1)
    expect(streakOf(days, { ...rules, weekStartsOn: 7 }).longestWeeks).toBe(0)
  })

  it('meets a goal that is no whole number of seconds', () => {
    const thirds = { ...rules, weeklyHours: 1 / 3 }
    const days = [{ day: today, seconds: 1200 }]
    expect(streakOf(days, thirds).currentWeeks).toBe(1)
  })
})

describe('the last weeks', () => {
  it('come oldest first, with weeks off among them and the running week last', () => {
    expect(
      lastWeeks([on('2026-11-02', 3), on('2026-11-22', 10), on('2026-11-24', 2)], 4, rules),
    ).toEqual([
      { start: '2026-11-02', hours: 3, reached: false },
      { start: '2026-11-09', hours: 0, reached: false },
      { start: '2026-11-16', hours: 10, reached: true },
      { start: '2026-11-23', hours: 2, reached: false },
    ])
  })
})

const day = fc.integer({ min: -60, max: 0 }).map((back) => addDays(today, back))
const logged = fc.record({ day, seconds: fc.integer({ min: 1, max: 20_000 }) })
const anyRules = fc.record({
  today: fc.constant(today),
  weeklyHours: fc.double({ min: 0.1, max: 20, noNaN: true }),
  weekStartsOn: fc.integer({ min: 1, max: 7 }),
})

describe('any history', () => {
  it('gives the same streaks in whatever order it is told', () => {
    fc.assert(
      fc.property(fc.array(logged), anyRules, fc.nat(), (days, given, seed) => {
        const shuffled = days
          .map((one, index) => ({ one, key: (index * 7919 + seed) % 104_729 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(streakOf(shuffled, given)).toEqual(streakOf(days, given))
      }),
    )
  })

  it('never loses by one more session: no streak gets shorter', () => {
    fc.assert(
      fc.property(fc.array(logged), logged, anyRules, (days, more, given) => {
        const before = streakOf(days, given)
        const after = streakOf([...days, more], given)
        for (const name of ['currentDays', 'longestDays', 'currentWeeks', 'longestWeeks'] as const)
          expect(after[name]).toBeGreaterThanOrEqual(before[name])
      }),
    )
  })

  it('agrees with counting day by day and week by week', () => {
    fc.assert(
      fc.property(fc.array(logged), anyRules, (days, given) => {
        const streak = streakOf(days, given)
        const has = (back: number) => days.some((one) => one.day === addDays(today, -back))
        let current = 0
        for (let back = has(0) ? 0 : 1; has(back); back += 1) current += 1
        expect(streak.currentDays).toBe(current)
        expect(streak.longestDays).toBeGreaterThanOrEqual(current)

        const weeks = lastWeeks(days, 12, given).toReversed()
        const [running, ...past] = weeks
        const missed = past.findIndex((week) => !week.reached)
        expect(streak.currentWeeks).toBe(
          (running?.reached ? 1 : 0) + (missed === -1 ? past.length : missed),
        )
        const hours = weeks.reduce((sum, week) => sum + week.hours, 0)
        expect(hours).toBeCloseTo(days.reduce((sum, one) => sum + one.seconds, 0) / 3600, 6)
      }),
    )
  })
})
