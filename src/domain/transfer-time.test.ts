import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration } from './duration.ts'
import { clockText } from './transfer-own.ts'
import { readDuration, readTime, secondsOf, splitMoment } from './transfer-time.ts'
import { asSeconds } from './units.ts'

describe('a time of day', () => {
  it.each([
    ['9:05', '09:05:00'],
    ['09:05:33', '09:05:33'],
    ['23:59:59.123', '23:59:59'],
    ['9:05 PM', '21:05:00'],
    ['12:00 AM', '00:00:00'],
    ['12:00:10 pm', '12:00:10'],
    ['9 am', '09:00:00'],
    ['9:05 p.m.', '21:05:00'],
    [' 07:00 ', '07:00:00'],
  ])('reads %s as %s', (text, time) => {
    expect(readTime(text)).toBe(time)
  })

  it.each(['', '9', '24:00', '9:60', '13 pm', '0:30 am', '9:5', '9:05 xm', '090500', '-'])(
    'takes %j for none',
    (text) => {
      expect(readTime(text)).toBeNull()
    },
  )
})

describe('a cell with date and time', () => {
  it.each([
    ['2026-08-12T09:05:00Z', '2026-08-12', '09:05:00', 'Z'],
    ['2026-08-12T09:05:00.000+02:00', '2026-08-12', '09:05:00', '+02:00'],
    ['2026-08-12 09:05 +0530', '2026-08-12', '09:05:00', '+05:30'],
    ['8/12/2026 9:05 PM', '8/12/2026', '21:05:00', ''],
    ['Aug 12, 2026, 9 am', 'Aug 12, 2026', '09:00:00', ''],
    ['12 Aug 2026', '12 Aug 2026', '', ''],
    ['09:05', '', '09:05:00', ''],
    ['', '', '', ''],
    ['soon', 'soon', '', ''],
  ])('is taken apart: %s', (cell, date, time, offset) => {
    expect(splitMoment(cell)).toEqual({ date, time, offset })
  })

  it('that is very long is looked at no further', () => {
    const cell = `1${' '.repeat(1_000_000)}`
    expect(splitMoment(`${cell}x`).time).toBe('')
  })
})

describe('a duration of another program', () => {
  it.each([
    ['1:30', 5400],
    ['01:30:15', 5415],
    ['47:06 min', 2826],
    ['1h 30m', 5400],
    ['1,5 h', 5400],
    ['90 min', 5400],
    ['25:00:00', 90_000],
  ])('reads %s as %i seconds', (text, seconds) => {
    expect(readDuration(text)).toEqual({ kind: 'seconds', seconds })
  })

  it.each([
    ['1.5', 'hours', 5400],
    ['1,5', 'hours', 5400],
    ['90', 'minutes', 5400],
    ['5400', 'seconds', 5400],
    ['5400000', 'milliseconds', 5400],
  ] as const)('reads the bare %s by its unit, %s', (text, unit, seconds) => {
    const read = readDuration(text)
    expect(read.kind === 'number' && secondsOf(read.value, unit)).toBe(seconds)
  })

  it.each(['1:75', 'long', '1:2:3', '', '1.234.567', '-5', 'NaN', '1e3'])(
    'says what is wrong with %j',
    (text) => {
      expect(readDuration(text)).toMatchObject({ kind: 'wrong', message: expect.any(String) })
    },
  )

  it('reads back what is printed, by the clock and with units', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), (seconds) => {
        expect(readDuration(clockText(seconds))).toEqual({ kind: 'seconds', seconds })
        expect(readDuration(formatDuration(asSeconds(seconds)))).toEqual({
          kind: 'seconds',
          seconds,
        })
      }),
    )
  })
})
