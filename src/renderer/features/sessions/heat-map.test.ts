import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asSeconds, asStudyDay } from '#domain/units.ts'
import { heatStepOf, heatYearOf, latestPlace, placeAfterKey, yearsOf } from './heat-map.ts'

const today = asStudyDay('2026-11-24')
const on = (day: string, hours: number) => ({
  day: asStudyDay(day),
  seconds: asSeconds(hours * 3600),
  sessions: 1,
})

describe('the steps', () => {
  it.each([
    [0, 0],
    [1, 1],
    [1800, 1],
    [1801, 2],
    [7200, 3],
    [14_400, 4],
    [14_401, 5],
  ])('put %i seconds on step %i', (seconds, step) => {
    expect(heatStepOf(seconds)).toBe(step)
  })
})

describe('the year', () => {
  it('holds each of its days once, in order, under its weekday', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2100 }),
        fc.constantFrom(1 as const, 7 as const),
        (year, weekStartsOn) => {
          const weeks = heatYearOf([], year, asStudyDay('2100-12-31'), weekStartsOn)
          const days = weeks.flatMap((week) => week.days.flatMap((day) => day?.day ?? []))
          expect(days[0]).toBe(`${year}-01-01`)
          expect(days.at(-1)).toBe(`${year}-12-31`)
          expect(days).toEqual([...new Set(days)].toSorted())
          expect(weeks.every((week) => week.days.length === 7)).toBe(true)
          expect(weeks.flatMap((week) => week.monthBegins ?? [])).toHaveLength(12)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('sums up weeks from Monday to Sunday, and within the year', () => {
    const weeks = heatYearOf(
      [on('2025-12-31', 9), on('2026-01-01', 1), on('2026-11-16', 1), on('2026-11-22', 2)],
      2026,
      today,
    )
    expect(weeks[0]).toMatchObject({ from: '2026-01-01', to: '2026-01-04', seconds: 3600 })
    expect(weeks.find((week) => week.from === '2026-11-16')).toMatchObject({
      to: '2026-11-22',
      seconds: 10_800,
      share: 1,
    })
  })

  it('leaves days that have not come empty', () => {
    const days = heatYearOf([], 2026, today).flatMap((week) => week.days)
    expect(days.findLast((day) => day !== null)?.day).toBe('2026-11-24')
  })
})

describe('moving by keys', () => {
  const weeks = heatYearOf([], 2026, today)
  it('enters at the latest day and stops at edges and before days to come', () => {
    const place = latestPlace(weeks)
    expect(weeks[place.week]?.days[place.row]?.day).toBe('2026-11-24')
    expect(placeAfterKey('ArrowDown', place, weeks)).toEqual(place)
    expect(placeAfterKey('ArrowUp', place, weeks)).toEqual({ ...place, row: place.row - 1 })
    expect(placeAfterKey('ArrowLeft', { week: 0, row: 3 }, weeks)).toEqual({ week: 0, row: 3 })
  })

  it('reaches the sum of a week under its Sunday', () => {
    expect(placeAfterKey('ArrowDown', { week: 5, row: 6 }, weeks)).toEqual({ week: 5, row: 7 })
    expect(placeAfterKey('a', { week: 5, row: 6 }, weeks)).toBeNull()
  })
})

it('offers every year with sessions and the present one, the latest first', () => {
  expect(yearsOf([on('2024-05-01', 1)], today)).toEqual([2026, 2024])
})
