import { describe, expect, it } from 'vitest'
import { clockText, minutesText, untilNextSecond } from './clock-text.ts'

describe('clockText', () => {
  it.each([
    [0, '0:00:00'],
    [59, '0:00:59'],
    [307, '0:05:07'],
    [3600, '1:00:00'],
    [90_061, '25:01:01'],
  ])('shows %i s as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text)
  })
})

describe('minutesText', () => {
  it('counts minutes beyond the hour on', () => {
    expect([minutesText(0), minutesText(1499), minutesText(7200)]).toEqual([
      '0:00',
      '24:59',
      '120:00',
    ])
  })
})

describe('untilNextSecond', () => {
  it('waits for the rest of the second, and never not at all', () => {
    expect([0, 1, 999, 1000, 61_250].map(untilNextSecond)).toEqual([1000, 999, 1, 1000, 750])
  })

  it('does not wait longer because a clock was set back', () => {
    expect(untilNextSecond(-5000)).toBe(1000)
  })
})
