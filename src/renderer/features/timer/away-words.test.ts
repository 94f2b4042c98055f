import { describe, expect, it } from 'vitest'
import type { Away } from '#contract/timer.ts'
import { asSeconds } from '#domain/units.ts'
import { awayWords, spanWords } from './away-words.ts'

/** An instant by the wall clock of the machine that runs the test. */
function at(day: number, hour: number, minute: number) {
  // An instant is a branded text; the test builds it from a date that is one.
  return new Date(2026, 10, day, hour, minute).toISOString().replace('.000', '') as Away['from']
}

const away = { from: at(24, 14, 5), to: at(24, 14, 47), seconds: asSeconds(42 * 60) }

describe('awayWords', () => {
  it('says in numbers what each answer makes of the timer', () => {
    const words = awayWords({ state: 'running', workedS: asSeconds(3600) }, away)
    expect(words.keep).toContain('1h')
    expect(words.subtract).toContain('Take 42m out: the timer goes back to 18m.')
    expect(words.split).toContain('42m are left out')
  })

  it('offers no split where nothing was worked outside the stretch', () => {
    const words = awayWords({ state: 'running', workedS: away.seconds }, away)
    expect(words.split).toBeNull()
    expect(words.subtract).toContain('goes back to 0m')
  })
})

describe('spanWords', () => {
  it('gives the times of one day without the day', () => {
    expect(spanWords(away)).toBe('From 14:05 to 14:47 (42m)')
  })

  it('gives the dates of a stretch over midnight', () => {
    const night = { from: at(24, 23, 0), to: at(25, 7, 0), seconds: asSeconds(8 * 3600) }
    expect(spanWords(night)).toBe('From 2026-11-24 23:00 to 2026-11-25 07:00 (8h)')
  })
})
