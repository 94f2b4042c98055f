import { describe, expect, it } from 'vitest'
import type { Instant } from '#contract/units.ts'
import { momentInWords, timeLeft } from './past-view.ts'

describe('moments', () => {
  it('are told on the clock of the zone, also across its midnight', () => {
    expect(momentInWords('2026-11-24T23:30:00Z', 'Europe/Berlin')).toBe('25 Nov 2026, 00:30')
    expect(momentInWords('2026-11-24T23:30:00Z', 'UTC')).toBe('24 Nov 2026, 23:30')
  })
})

describe('the time left in the trash', () => {
  it.each([
    ['2026-11-24', '30 days left'],
    ['2026-12-23', '1 day left'],
    ['2026-12-24', 'last day'],
    ['2026-12-30', 'last day'],
  ])('on %s is %s', (today, words) => {
    expect(timeLeft('2026-11-24T12:00:00Z' as Instant, today, 30, 'UTC')).toBe(words)
  })
})
