import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asHours, asSeconds, asShare, asStudyDay, isStudyDay, shareOf } from './units.ts'
import { hoursToSeconds, secondsToHours, withoutNoise } from './units.ts'

describe('units', () => {
  it('takes values that the unit allows', () => {
    expect(asSeconds(5400)).toBe(5400)
    expect(asHours(1.5)).toBe(1.5)
    expect(asShare(0)).toBe(0)
    expect(asShare(1)).toBe(1)
    expect(asStudyDay('2026-11-24')).toBe('2026-11-24')
  })

  it.each([-1, 1.5, Number.NaN, Infinity, 2 ** 53])('refuses %s as seconds', (value) => {
    expect(() => asSeconds(value)).toThrow(RangeError)
  })

  it.each([-0.1, Number.NaN, Infinity])('refuses %s as hours', (value) => {
    expect(() => asHours(value)).toThrow(RangeError)
  })

  it.each([-0.01, 1.01, Number.NaN])('refuses %s as a share', (value) => {
    expect(() => asShare(value)).toThrow(RangeError)
  })

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', 'today', ''])(
    'refuses %j as a study day',
    (text) => {
      expect(isStudyDay(text)).toBe(false)
      expect(() => asStudyDay(text)).toThrow('YYYY-MM-DD')
    },
  )

  it('never hands out a negative zero', () => {
    for (const value of [asSeconds(-0), asHours(-0), asShare(-0)])
      expect(Object.is(value, 0)).toBe(true)
  })

  it('converts 90 minutes to 1.5 hours and back', () => {
    expect(secondsToHours(asSeconds(5400))).toBe(1.5)
    expect(hoursToSeconds(asHours(1.5))).toBe(5400)
  })

  it('keeps every second on the way to hours and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
        expect(hoursToSeconds(secondsToHours(asSeconds(value)))).toBe(value)
      }),
    )
  })

  it('takes a quarter of a whole as 0.25 and anything of nothing as 0', () => {
    expect(shareOf(3, 12)).toBe(0.25)
    expect(shareOf(0, 0)).toBe(0)
  })
  it('takes the noise of binary fractions away and nothing that counts', () => {
    expect(withoutNoise(100 * (0.39 - 0.35))).toBe(4)
    expect(withoutNoise(1 / 3)).toBeCloseTo(1 / 3, 9)
    expect(Object.is(withoutNoise(-1e-12), 0)).toBe(true)
  })
})
