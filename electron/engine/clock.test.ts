import { describe, expect, it } from 'vitest'
import { clockFrom, systemClock } from './clock.ts'
import { Refusal } from './refusal.ts'

describe('clockFrom', () => {
  it('stands still at the given instant', () => {
    const clock = clockFrom({ LOOPREADY_NOW: '2026-11-24T09:00:00Z' })
    expect(clock.nowMs()).toBe(1_795_510_800_000)
    expect(clock.nowMs()).toBe(clock.nowMs())
  })

  it('reads an offset', () => {
    expect(clockFrom({ LOOPREADY_NOW: '2026-11-24T10:00:00+01:00' }).nowMs()).toBe(
      1_795_510_800_000,
    )
  })

  it.each([undefined, ''])('is the system clock when nothing is set (%j)', (now) => {
    expect(clockFrom({ LOOPREADY_NOW: now })).toBe(systemClock)
  })

  it.each([
    'yesterday',
    '2026-11-24',
    '2026-11-24T09:00:00',
    '2026-02-30T00:00:00Z',
    '1795510800000',
  ])('refuses %j and shows how to write it', (now) => {
    const refused = thrownBy(() => clockFrom({ LOOPREADY_NOW: now }))
    expect(refused.error).toEqual({
      code: 'invalid-input',
      field: 'LOOPREADY_NOW',
      message: `LOOPREADY_NOW is "${now}", which is not an instant.`,
      hint: 'Write it as 2026-11-24T09:00:00Z.',
    })
  })
})

describe('systemClock', () => {
  it('names a time zone that calendars know', () => {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: systemClock.timeZone() })).not.toThrow()
  })

  it('runs', () => {
    const before = Date.now()
    expect(systemClock.nowMs()).toBeGreaterThanOrEqual(before)
  })
})

function thrownBy(action: () => unknown): Refusal {
  try {
    action()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
    throw thrown
  }
  throw new Error('nothing was refused')
}
