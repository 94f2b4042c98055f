import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interval } from './overlap.ts'
import { lengthOf, without } from './stretches.ts'
import {
  clockWasSetBack,
  isRunning,
  runningStretches,
  runningWithin,
  splitTimer,
  workedSeconds,
  type TimerEvent,
} from './timer.ts'

const start = (at: number): TimerEvent => ({ kind: 'start', at })
const pause = (at: number): TimerEvent => ({ kind: 'pause', at })
const resume = (at: number): TimerEvent => ({ kind: 'resume', at })
const subtract = (from: number, to: number, at = to): TimerEvent => ({
  kind: 'subtract',
  at,
  from,
  to,
})

/** A timer as a person leaves it behind: pauses and resumes in turn, some time taken out, and a moment after it all. */
const anyTimer = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 })), {
      maxLength: 3,
    }),
    fc.integer({ min: 0, max: 60 }),
  )
  .map(([steps, taken, rest]) => {
    let at = 100
    const moves = steps.map((step, index): TimerEvent => {
      at += step
      if (index === 0) return start(at)
      return index % 2 === 1 ? pause(at) : resume(at)
    })
    const now = at + rest
    const events = [
      ...moves,
      ...taken.map(([from, length]) => subtract(100 + from, 100 + from + length, now)),
    ]
    return { events, now }
  })

/** The same, for a clock that may be set back at any time. */
const anyClock = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 9 })
  .map((times) => {
    const now = times.at(-1) ?? 0
    const events = times
      .slice(0, -1)
      .map((at, index) => (index === 0 ? start(at) : index % 2 === 1 ? pause(at) : resume(at)))
    return { events, now }
  })

describe('the time worked', () => {
  it('runs on from the start for as long as nobody pauses', () => {
    expect(workedSeconds([start(1000)], 4600)).toBe(3600)
    expect(workedSeconds([start(1000)], 1000)).toBe(0)
  })

  it('leaves out pauses', () => {
    const events = [start(0), pause(600), resume(900), pause(1000)]
    expect(workedSeconds(events, 5000)).toBe(700)
    expect(workedSeconds([...events, resume(4000)], 5000)).toBe(1700)
  })

  it('goes beyond 24 hours', () => {
    expect(workedSeconds([start(0)], 100 * 3600)).toBe(360_000)
  })

  it('leaves out what was subtracted, once, and only where it ran', () => {
    const events = [start(0), pause(1000), resume(2000)]
    expect(workedSeconds([...events, subtract(900, 2100)], 3000)).toBe(1800)
    expect(workedSeconds([...events, subtract(900, 2100), subtract(950, 1000)], 3000)).toBe(1800)
    expect(workedSeconds([...events, subtract(1000, 2000)], 3000)).toBe(2000)
    expect(workedSeconds([...events, subtract(-500, 9000)], 3000)).toBe(0)
  })

  it('counts what was kept', () => {
    const kept: TimerEvent = { kind: 'keep', at: 500, from: 100, to: 500 }
    expect(workedSeconds([start(0), kept], 600)).toBe(600)
  })

  it('counts from the first of two starts', () => {
    expect(workedSeconds([start(0), resume(100), pause(300)], 900)).toBe(300)
  })

  it('stands still once the timer has ended', () => {
    expect(workedSeconds([start(0), { kind: 'stop', at: 60 }], 600)).toBe(60)
    expect(workedSeconds([start(0), { kind: 'discard', at: 60 }], 600)).toBe(60)
  })

  it('agrees with going through every second', () => {
    fc.assert(
      fc.property(anyTimer, ({ events, now }) => {
        let worked = 0
        for (let second = 0; second < now; second += 1) {
          const before = events.filter(({ kind, at }) => kind !== 'subtract' && at <= second)
          const isTaken = events.some(
            (event) => 'from' in event && event.from <= second && second < event.to,
          )
          if (isRunning(before) && !isTaken) worked += 1
        }
        expect(workedSeconds(events, now)).toBe(worked)
      }),
    )
  })

  it('grows by the second while it runs, and never while it does not', () => {
    fc.assert(
      fc.property(anyTimer, fc.integer({ min: 0, max: 500 }), ({ events, now }, later) => {
        const moves = events.filter(({ kind }) => kind !== 'subtract')
        expect(workedSeconds(moves, now + later) - workedSeconds(moves, now)).toBe(
          isRunning(moves) ? later : 0,
        )
      }),
    )
  })
})

describe('a clock that is set back', () => {
  it('never makes the time worked negative, nor takes away what an earlier stretch earned', () => {
    fc.assert(
      fc.property(anyClock, ({ events, now }) => {
        const worked = workedSeconds(events, now)
        expect(worked).toBeGreaterThanOrEqual(0)
        const earned = workedSeconds(events.slice(0, 2), events[1]?.at ?? now)
        expect(worked).toBeGreaterThanOrEqual(earned)
      }),
    )
  })

  it('counts each stretch by itself', () => {
    // An hour's work, the clock goes back by two hours in the pause, and half an hour more.
    const events = [start(7200), pause(10_800), resume(3700)]
    expect(workedSeconds(events, 5500)).toBe(3600 + 1800)
    expect(clockWasSetBack(events, 5500)).toBe(false)
  })

  it('is known where it took time', () => {
    expect(clockWasSetBack([start(1000)], 999)).toBe(true)
    expect(workedSeconds([start(1000)], 999)).toBe(0)
    expect(clockWasSetBack([start(1000), pause(900), resume(950)], 2000)).toBe(true)
    expect(clockWasSetBack([start(1000), pause(2000)], 1500)).toBe(false)
    expect(clockWasSetBack([start(1000)], 1000)).toBe(false)
  })
})

describe('whether it runs', () => {
  it.each<[readonly TimerEvent[], boolean]>([
    [[], false],
    [[start(0)], true],
    [[start(0), pause(1)], false],
    [[start(0), pause(1), resume(2)], true],
    [[start(0), subtract(0, 1)], true],
    [[start(0), pause(1), { kind: 'change', at: 2 }], false],
    [[start(0), { kind: 'stop', at: 2 }], false],
  ])('%j', (events, running) => {
    expect(isRunning(events)).toBe(running)
  })
})

describe('the running part of a stretch', () => {
  it('reaches from its first running second to its last', () => {
    const events = [start(0), pause(100), resume(200)]
    const within = (from: number, to: number): Interval | null =>
      runningWithin(events, { start: from, end: to }, 300)
    expect(within(50, 250)).toEqual({ start: 50, end: 250 })
    expect(within(100, 250)).toEqual({ start: 200, end: 250 })
    expect(within(50, 150)).toEqual({ start: 50, end: 100 })
    expect(within(100, 200)).toBeNull()
    expect(within(300, 900)).toBeNull()
    expect(within(250, 900)).toEqual({ start: 250, end: 300 })
  })
})

describe('splitting', () => {
  it('parts what was before from what goes on', () => {
    const split = splitTimer([start(0)], { start: 600, end: 4200 }, 5000)
    expect(split).toEqual({ before: 600, startAt: 4200, rest: [] })
  })

  it('leaves a timer that is paused by now paused', () => {
    const split = splitTimer([start(0), pause(900)], { start: 600, end: 700 }, 5000)
    expect(split).toEqual({ before: 600, startAt: 700, rest: [pause(900)] })
  })

  it('finds nothing to part where it did not run', () => {
    expect(splitTimer([start(0), pause(10)], { start: 10, end: 20 }, 30)).toBeNull()
  })

  it('loses and invents no second: both parts are the whole without the stretch', () => {
    fc.assert(
      fc.property(
        anyTimer,
        fc.tuple(fc.integer({ min: 90, max: 400 }), fc.integer({ min: 1, max: 200 })),
        ({ events, now }, [from, length]) => {
          const stretch = { start: from, end: from + length }
          const split = splitTimer(events, stretch, now)
          const taken = events.flatMap((event) =>
            'from' in event ? [{ start: event.from, end: event.to }] : [],
          )
          const whole = runningStretches(events, now)
            .map((run) => lengthOf(without(run, [...taken, stretch])))
            .reduce((sum, length_) => sum + length_, 0)
          if (split === null) {
            expect(whole).toBe(workedSeconds(events, now))
            return
          }
          const after = workedSeconds([start(split.startAt), ...split.rest], now)
          expect(split.before + after).toBe(whole)
          expect(isRunning([start(split.startAt), ...split.rest])).toBe(isRunning(events))
        },
      ),
      { numRuns: 500 },
    )
  })
})
