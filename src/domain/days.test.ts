import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, eachDay, isBefore, startOfWeek, weekdayOf } from './days.ts'
import { asStudyDay, isStudyDay } from './units.ts'

const anyDay = fc
  .integer({ min: 0, max: 3_652_424 })
  .map((days) => addDays(asStudyDay('0000-01-01'), days))

/** Days of the years 1000 to 8999, so that steps of a few hundred years stay inside the calendar. */
const innerDay = fc
  .integer({ min: 0, max: 2_921_939 })
  .map((days) => addDays(asStudyDay('1000-01-01'), days))

const twoDigits = (value: number) => String(value).padStart(2, '0')

describe('days', () => {
  it.each([
    ['2026-11-24', '2026-11-25', 1],
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-23', -1],
    ['2026-02-28', '2026-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['1900-02-28', '1900-03-01', 1],
    ['2000-02-28', '2000-03-01', 2],
    ['2026-01-01', '2027-01-01', 365],
    ['2026-09-01', '2026-12-15', 105],
    ['1970-01-01', '2026-11-24', 20_781],
    ['0001-01-01', '9999-12-31', 3_652_058],
  ])('counts from %s to %s', (from, to, days) => {
    expect(daysBetween(asStudyDay(from), asStudyDay(to))).toBe(days)
  })

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-12-31', 366, '2026-01-01'],
    ['2026-03-28', 1, '2026-03-29'],
  ])('goes from %s by %i to %s', (day, days, expected) => {
    expect(addDays(asStudyDay(day), days)).toBe(expected)
  })

  it('refuses to leave the years 0000 to 9999', () => {
    expect(() => addDays(asStudyDay('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(asStudyDay('0000-01-01'), -1)).toThrow(RangeError)
  })

  it.each([
    ['1970-01-01', 4],
    ['2000-01-01', 6],
    ['2026-11-23', 1],
    ['2026-11-24', 2],
    ['2026-11-29', 7],
    ['1969-12-28', 7],
  ])('knows the weekday of %s', (day, weekday) => {
    expect(weekdayOf(asStudyDay(day))).toBe(weekday)
  })

  it('starts a week on Monday', () => {
    expect(startOfWeek(asStudyDay('2026-11-29'))).toBe('2026-11-23')
    expect(startOfWeek(asStudyDay('2026-11-23'))).toBe('2026-11-23')
    expect(startOfWeek(asStudyDay('2027-01-02'))).toBe('2026-12-28')
  })

  it('begins a week on the weekday that is asked for', () => {
    // 2026-11-24 is a Tuesday.
    const starts = [1, 2, 3, 4, 5, 6, 7].map((on) => startOfWeek(asStudyDay('2026-11-24'), on))
    expect(starts).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
  })

  it('lists both ends and nothing backwards', () => {
    const [from, to] = [asStudyDay('2026-12-30'), asStudyDay('2027-01-02')]
    expect(eachDay(from, to)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
    expect(eachDay(from, from)).toEqual([from])
    expect(eachDay(to, from)).toEqual([])
  })

  it('orders days as time does', () => {
    expect(isBefore(asStudyDay('2026-09-30'), asStudyDay('2026-10-01'))).toBe(true)
    expect(isBefore(asStudyDay('2026-10-01'), asStudyDay('2026-10-01'))).toBe(false)
  })

  it('adds what it counts, for every two days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to)
      }),
    )
  })

  it('moves one weekday on with each day, over every leap rule', () => {
    fc.assert(
      fc.property(innerDay, fc.integer({ min: -150_000, max: 150_000 }), (day, days) => {
        const expected = (((weekdayOf(day) - 1 + days) % 7) + 7) % 7
        expect(weekdayOf(addDays(day, days)) - 1).toBe(expected)
      }),
    )
  })

  it('puts the start of a week on a Monday, at most 6 days back', () => {
    fc.assert(
      fc.property(innerDay, (day) => {
        const monday = startOfWeek(day)
        expect(weekdayOf(monday)).toBe(1)
        expect(daysBetween(monday, day)).toBe(weekdayOf(day) - 1)
      }),
    )
  })

  it('takes exactly the days that the calendar has', () => {
    const text = fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    )
    fc.assert(
      fc.property(text, ([year, month, day]) => {
        const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
        const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        const exists = day >= 1 && day <= (lengths[month - 1] ?? 0)
        const written = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
        expect(isStudyDay(written)).toBe(exists)
      }),
      { numRuns: 2000 },
    )
  })

  it('walks through 400 years without losing a day', () => {
    const all = eachDay(asStudyDay('1800-01-01'), asStudyDay('2199-12-31'))
    expect(all).toHaveLength(146_097)
    expect(new Set(all).size).toBe(146_097)
    expect(all.filter((day) => day.endsWith('-02-29'))).toHaveLength(97)
    expect(all.toSorted()).toEqual(all)
  })
})
