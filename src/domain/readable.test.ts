import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decimals,
  formatCount,
  formatDay,
  formatHoursDifference,
  formatLongDay,
  formatPercent,
  formatPoints,
  statusLabel,
  trimmedDecimals,
} from './readable.ts'
import { asStudyDay } from './units.ts'

describe('readable', () => {
  it.each([
    [0, 1, '0.0'],
    [-0.04, 1, '0.0'],
    [-0.05001, 1, '−0.1'],
    [999.96, 1, '1,000.0'],
    [1_234_567.891, 2, '1,234,567.89'],
    [-1234.5, 0, '−1,235'],
  ])('writes %f with %i decimals as %s', (value, digits, text) => {
    expect(decimals(value, digits)).toBe(text)
  })

  it.each([
    [100, '100'],
    [12.5, '12.5'],
    [12.25, '12.25'],
    [0.004, '0'],
    [1000, '1,000'],
    [-8.4, '−8.4'],
  ])('trims %f to %s', (value, text) => {
    expect(trimmedDecimals(value)).toBe(text)
  })

  it('writes shares as percentages', () => {
    expect(formatPercent(0.35)).toBe('35.0 %')
    expect(formatPercent(100 / 285)).toBe('35.1 %')
    expect(formatPercent(1)).toBe('100.0 %')
  })

  it('signs differences, and leaves what rounds to 0 without a sign', () => {
    expect(formatPoints(4)).toBe('+4.0 points')
    expect(formatPoints(-4)).toBe('−4.0 points')
    expect(formatPoints(0)).toBe('0.0 points')
    expect(formatPoints(0.04)).toBe('0.0 points')
    expect(formatPoints(-0.04)).toBe('0.0 points')
    expect(formatHoursDifference(-67.5)).toBe('−67.5 h')
    expect(formatHoursDifference(2)).toBe('+2.0 h')
  })

  it('counts one in the singular and the rest in the plural', () => {
    const unit = { one: 'story', many: 'stories' }
    expect(formatCount(0, unit)).toBe('0 stories')
    expect(formatCount(1, unit)).toBe('1 story')
    expect(formatCount(1200, unit)).toBe('1,200 stories')
  })

  it('writes days for people', () => {
    const day = asStudyDay('2026-11-04')
    expect(formatDay(day)).toBe('4 Nov 2026')
    expect(formatLongDay(day)).toBe('Wednesday, 4 November 2026')
    expect(formatDay(asStudyDay('2027-05-31'))).toBe('31 May 2027')
  })

  it('has words for a status', () => {
    expect(statusLabel('on-track')).toBe('On track')
    expect(statusLabel('over')).toBe('Over budget')
  })

  it('writes nothing but digits, separators and the minus, and no minus zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const text = decimals(value, 1)
        expect(text).toMatch(/^−?\d{1,3}(,\d{3})*\.\d$/)
        expect(text).not.toBe('−0.0')
        expect(Number(text.replace('−', '-').replaceAll(',', ''))).toBeCloseTo(value, 0)
      }),
    )
  })
})
