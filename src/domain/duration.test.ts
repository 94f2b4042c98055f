import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration, formatHours, parseDuration } from './duration.ts'
import { asSeconds } from './units.ts'

/** The seconds of what was typed, or the message. */
function read(text: string): number | string {
  const parsed = parseDuration(text)
  return parsed.ok ? parsed.seconds : parsed.message
}

describe('parseDuration', () => {
  it.each([
    ['90', 5400],
    ['1', 60],
    ['090', 5400],
    ['1h30', 5400],
    ['1h 30m', 5400],
    ['1 h 30 min', 5400],
    ['1H30M', 5400],
    ['  1h30  ', 5400],
    ['1:30', 5400],
    ['01:30', 5400],
    ['0:45', 2700],
    ['1:30:15', 5415],
    ['90m', 5400],
    ['90 min', 5400],
    ['90 minutes', 5400],
    ['1.5h', 5400],
    ['1,5 h', 5400],
    ['1.5 hours', 5400],
    ['2h', 7200],
    ['1 hour', 3600],
    ['2 hrs 5', 7500],
    ['45s', 45],
    ['45 sec', 45],
    ['1h30m15s', 5415],
    ['1h30m15', 5415],
    ['1h 15s', 3615],
    ['5m30', 330],
    ['90m30s', 5430],
    ['90.5m', 5430],
    ['0.01h', 36],
    ['24h', 86_400],
    ['24:00', 86_400],
    ['1440', 86_400],
    ['23:59:59', 86_399],
    ['1 h', 3600],
  ])('reads %j as %i seconds', (text, seconds) => {
    expect(read(text)).toBe(seconds)
  })

  it.each([
    '0',
    '0m',
    '0:00',
    '0h00',
    '0s',
    '0.0',
    '-5',
    '-1h30',
    '-1.5',
    '−1:30',
    '- 90',
    '0.0001h',
  ])('says that %j is not above 0', (text) => {
    expect(read(text)).toBe('A duration must be above 0.')
  })

  it.each(['24h01', '25h', '1441', '24:00:01', '30:00', '99999999999999999999999', '24.001h'])(
    'says that %j is over 24 h and what to do',
    (text) => {
      expect(read(text)).toBe('A session can last 24 h at most; split it over two days.')
    },
  )

  const nonsense = [
    'abc',
    'h',
    ':30',
    '1:5',
    '1:',
    '1::30',
    '1:30:',
    '1 30',
    '90x',
    '1d',
    '+90',
    '1.5h30m',
    '1h1.5m',
    '30m1h',
    '1h1h',
    '1h 30 15s',
    '1..5h',
    '.5h',
    '1.h',
    '1e3',
    '٣m',
    '-',
  ]

  it.each(nonsense)('says that %j is not a duration and what to write', (text) => {
    expect(read(text)).toBe(`“${text}” is not a duration. Write 90, 1h30, 1:30, 90m or 1.5h.`)
  })

  it('asks back when a bare decimal could mean two things', () => {
    expect(read('1.5')).toBe('“1.5” could be hours or minutes. Write 1.5h or 1.5m.')
    expect(read('1,5')).toBe('“1,5” could be hours or minutes. Write 1.5h or 1.5m.')
  })

  it.each([
    ['1:75', '2h15'],
    ['1:60', '2h'],
    ['1h90', '2h30'],
    ['5m75s', '6m15s'],
    ['1:30:99', '1h31m39s'],
  ])('offers the sum when a lesser part of %j is above 59', (text, sum) => {
    expect(read(text)).toBe(`“${text}” has a part above 59. Write ${sum} for the sum.`)
  })

  it('asks for a duration when nothing is typed', () => {
    expect(read('')).toBe('Give a duration. Write 90, 1h30, 1:30, 90m or 1.5h.')
    expect(read(' \t\n')).toBe('Give a duration. Write 90, 1h30, 1:30, 90m or 1.5h.')
  })

  it('quotes no more than the beginning of a long text', () => {
    expect(read('ninety minutes of system design')).toBe(
      '“ninety minutes of syste…” is not a duration. Write 90, 1h30, 1:30, 90m or 1.5h.',
    )
  })

  it('keeps its message on one short line, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
        const parsed = parseDuration(text)
        if (parsed.ok) return
        expect(parsed.message).not.toMatch(/[\p{Cc}]/u)
        expect(Array.from(parsed.message).length).toBeLessThan(120)
      }),
    )
  })

  it('does not slow down on a long run of digits', () => {
    expect(read(`${'1'.repeat(5000)}!`)).toMatch('is not a duration')
  })

  it('answers with whole seconds above 0 and up to 24 h, or not at all', () => {
    const alphabet = fc.constantFrom(...'0123456789hms:., -'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 10 }), (text) => {
        const parsed = parseDuration(text)
        if (!parsed.ok) return
        expect(Number.isInteger(parsed.seconds)).toBe(true)
        expect(parsed.seconds).toBeGreaterThan(0)
        expect(parsed.seconds).toBeLessThanOrEqual(86_400)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads the same time from a clock, from units and from a decimal', () => {
    const quarters = fc.record({
      hours: fc.integer({ min: 0, max: 23 }),
      minutes: fc.constantFrom(3, 15, 30, 45),
    })
    fc.assert(
      fc.property(quarters, ({ hours, minutes }) => {
        const expected = hours * 3600 + minutes * 60
        expect(read(`${hours}:${String(minutes).padStart(2, '0')}`)).toBe(expected)
        expect(read(`${hours}h${minutes}`)).toBe(expected)
        expect(read(`${hours * 60 + minutes}`)).toBe(expected)
        expect(read(`${hours + minutes / 60}h`)).toBe(expected)
      }),
    )
  })
})

describe('formatDuration', () => {
  it.each([
    [0, '0m'],
    [45, '45s'],
    [60, '1m'],
    [61, '1m01s'],
    [2700, '45m'],
    [3600, '1h'],
    [3615, '1h00m15s'],
    [3660, '1h01'],
    [5400, '1h30'],
    [5415, '1h30m15s'],
    [86_400, '24h'],
    [547_200, '152h'],
  ])('writes %i seconds as %s', (seconds, text) => {
    expect(formatDuration(asSeconds(seconds))).toBe(text)
  })

  it('writes every session so that it is read back the same', () => {
    const changed = Array.from({ length: 86_400 }, (_, index) => index + 1).filter((seconds) => {
      const parsed = parseDuration(formatDuration(asSeconds(seconds)))
      return !parsed.ok || parsed.seconds !== seconds
    })
    expect(changed).toEqual([])
  })
})

describe('formatHours', () => {
  it.each([
    [1.5, '1.5 h'],
    [0, '0.0 h'],
    [12.25, '12.3 h'],
    [99.96, '100.0 h'],
    [1250, '1,250.0 h'],
  ])('writes %f hours as %s', (hours, text) => {
    expect(formatHours(hours)).toBe(text)
  })
})
