import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { focusPhase, workedAfter } from './timer-focus.ts'
import { asSeconds } from './units.ts'

const focus = { workMinutes: 25, breakMinutes: 5 }
const running = (workedS: number) => ({
  state: 'running' as const,
  workedS: asSeconds(workedS),
  pausedS: asSeconds(0),
  focus,
})
const paused = (workedS: number, pausedS: number) => ({
  ...running(workedS),
  state: 'paused' as const,
  pausedS: asSeconds(pausedS),
})

describe('the focus phase', () => {
  it.each([
    ['just started', running(0), 0, 'work', 1500, 0],
    ['under way', running(600), 0, 'work', 900, 0],
    ['a minute after the answer', running(600), 60, 'work', 840, 0],
    ['a second before the end', running(1499), 0, 'work', 1, 0],
    ['at the end: the next one begins', running(1500), 0, 'work', 1500, 1],
    ['worked through without a break', running(3100), 0, 'work', 1400, 2],
    ['in a break', paused(1500, 60), 0, 'break', 240, 1],
    ['in a break, a minute after the answer', paused(1500, 60), 60, 'break', 180, 1],
    ['a break that is over', paused(1500, 301), 0, 'break', 0, 1],
    ['broken off: the part stays', paused(600, 30), 0, 'break', 270, 0],
  ] as const)('%s', (_, timer, elapsed, phase, remainingS, completedIntervals) => {
    expect(focusPhase(timer, elapsed)).toEqual({ phase, remainingS, completedIntervals })
  })

  it('goes on with a part after a pause', () => {
    expect(focusPhase(running(600))?.remainingS).toBe(900)
  })

  it('is none where no lengths are set', () => {
    expect(focusPhase({ ...running(600), focus: null })).toBeNull()
  })

  it('accounts for every second worked: whole intervals and the part of the next', () => {
    fc.assert(
      fc.property(
        fc.nat(200_000),
        fc.integer({ min: 1, max: 240 }),
        fc.nat(5000),
        (worked, workMinutes, elapsed) => {
          const timer = { ...running(worked), focus: { workMinutes, breakMinutes: 0 } }
          const phase = focusPhase(timer, elapsed)
          if (!phase) throw new Error('no phase')
          const part = workMinutes * 60 - phase.remainingS
          expect(phase.completedIntervals * workMinutes * 60 + part).toBe(
            workedAfter(timer, elapsed),
          )
          expect(phase.remainingS).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('the time worked after the answer', () => {
  it('runs on by whole seconds, stands still in a pause, and never goes back', () => {
    expect(workedAfter(running(10), 2.9)).toBe(12)
    expect(workedAfter(running(10), -5)).toBe(10)
    expect(workedAfter(paused(10, 0), 99)).toBe(10)
  })
})
