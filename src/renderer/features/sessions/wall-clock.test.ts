import { describe, expect, it } from 'vitest'
import { calendarDate, minutesBefore, timeAt } from './wall-clock.ts'

describe('minutesBefore', () => {
  it('goes back within the day', () => {
    expect(minutesBefore({ date: '2026-11-24', time: '18:05' }, 90)).toEqual({
      date: '2026-11-24',
      time: '16:35',
    })
  })

  it('goes back over midnight, month and leap day', () => {
    expect(minutesBefore({ date: '2026-11-24', time: '00:30' }, 60).date).toBe('2026-11-23')
    expect(minutesBefore({ date: '2028-03-01', time: '01:00' }, 24 * 60)).toEqual({
      date: '2028-02-29',
      time: '01:00',
    })
  })

  it('leaves a date that cannot be read as it is', () => {
    expect(minutesBefore({ date: '', time: '10:00' }, 10)).toEqual({ date: '', time: '10:00' })
  })
})

describe('calendarDate', () => {
  it('is the day after the study day while the study day has not ended', () => {
    expect(calendarDate('2026-11-23', '02:10', 4)).toBe('2026-11-24')
    expect(calendarDate('2026-11-24', '04:00', 4)).toBe('2026-11-24')
    expect(calendarDate('2026-11-24', '00:00', 0)).toBe('2026-11-24')
  })
})

describe('timeAt', () => {
  it('shows the clock of the zone in which the session was logged', () => {
    expect(timeAt(Date.UTC(2026, 10, 24, 17, 0), 'Europe/Berlin')).toBe('18:00')
  })

  it('counts the hour that a change of clocks takes away', () => {
    const start = Date.UTC(2026, 2, 29, 0, 30) // 01:30 in Berlin, half an hour before the clocks go forward
    expect(timeAt(start + 3_600_000, 'Europe/Berlin')).toBe('03:30')
  })

  it('writes midnight as 00:00', () => {
    expect(timeAt(Date.UTC(2026, 10, 24, 0, 0), 'UTC')).toBe('00:00')
  })
})
