import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interval } from './overlap.ts'
import type { TimerEvent } from './timer.ts'
import { awayStretches, sighting } from './timer-away.ts'

const limit = 300
const start: TimerEvent = { kind: 'start', at: 0 }
const pause = (at: number): TimerEvent => ({ kind: 'pause', at })
const resume = (at: number): TimerEvent => ({ kind: 'resume', at })
const seen = (from: number, to: number): Interval => ({ start: from, end: to })
const answer = (kind: 'keep' | 'subtract', from: number, to: number): TimerEvent => ({
  kind,
  at: to,
  from,
  to,
})

describe('time away', () => {
  it('begins with the last sign of life once that is older than the limit', () => {
    expect(awayStretches([start], [seen(0, 1000)], limit, 1300)).toEqual([])
    expect(awayStretches([start], [seen(0, 1000)], limit, 1301)).toEqual([seen(1000, 1301)])
  })

  it('ends with the next sign of life, and stays until it is answered', () => {
    const signs = [seen(0, 1000), seen(5000, 5200)]
    expect(awayStretches([start], signs, limit, 5300)).toEqual([seen(1000, 5000)])
    for (const kind of ['keep', 'subtract'] as const)
      expect(awayStretches([start, answer(kind, 1000, 5000)], signs, limit, 5300)).toEqual([])
  })

  it('leaves what an answer does not cover open, where that is long enough', () => {
    const signs = [seen(0, 1000), seen(5000, 5200)]
    const open = (to: number) =>
      awayStretches([start, answer('keep', 1000, to)], signs, limit, 5300)
    expect(open(4000)).toEqual([seen(4000, 5000)])
    expect(open(4800)).toEqual([])
  })

  it('lists several, earliest first', () => {
    const signs = [seen(0, 100), seen(1000, 1100), seen(2000, 2000)]
    expect(awayStretches([start], signs, limit, 4000)).toEqual([
      seen(100, 1000),
      seen(1100, 2000),
      seen(2000, 4000),
    ])
  })

  it('does not count pauses', () => {
    const events = [start, pause(1100), resume(9000)]
    expect(awayStretches(events, [seen(0, 1000), seen(9000, 9100)], limit, 9200)).toEqual([])
  })

  it('stays open over a pause', () => {
    expect(awayStretches([start, pause(2000)], [seen(0, 1000)], limit, 9000)).toEqual([
      seen(1000, 2000),
    ])
  })

  it('misses nobody where nobody was seen: a timer of the terminal', () => {
    expect(awayStretches([start], [], limit, 50_000)).toEqual([])
    expect(awayStretches([start], [seen(40_000, 50_000)], limit, 50_000)).toEqual([])
    const events = [start, pause(1000), resume(2000)]
    expect(awayStretches(events, [seen(0, 1000)], limit, 50_000)).toEqual([])
  })

  it('is never asked about with a limit of 0', () => {
    expect(awayStretches([start], [seen(0, 10)], 0, 50_000)).toEqual([])
  })
})

describe('a sign of life', () => {
  const at = (moment: number, latest: Interval | null = seen(0, 1000), limitS = limit) =>
    sighting([start], latest, limitS, moment, Math.max(moment, 2000))

  it('begins a stretch, reaches on, or begins anew after a silence', () => {
    expect(at(20, null)).toEqual({ begin: seen(20, 20) })
    expect(at(1030)).toEqual({ extend: seen(0, 1030) })
    expect(at(1300)).toEqual({ extend: seen(0, 1300) })
    expect(at(1301)).toEqual({ begin: seen(1301, 1301) })
    expect(at(90_000, seen(0, 1000), 0)).toEqual({ extend: seen(0, 90_000) })
  })

  it('changes nothing when it says nothing new', () => {
    expect(at(1000)).toBeNull()
    expect(at(500)).toBeNull()
    expect(sighting([start, pause(500)], seen(0, 400), limit, 900, 900)).toBeNull()
    expect(sighting([], null, limit, 900, 900)).toBeNull()
  })

  it('belongs to the running stretch that it falls into', () => {
    const events = [start, pause(1000), resume(2000)]
    expect(sighting(events, seen(0, 990), limit, 2010, 2010)).toEqual({ begin: seen(2010, 2010) })
    // Last touched before the timer went on: somebody was there when it did.
    expect(sighting(events, seen(0, 990), limit, 1950, 2010)).toEqual({ begin: seen(2000, 2000) })
  })

  it('never covers up a silence that is longer than the limit, however signs come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 20 }), (steps) => {
        let now = 0
        const signs: Interval[] = [seen(0, 0)]
        for (const step of steps) {
          now += step
          const found = sighting([start], signs.at(-1) ?? null, limit, now, now)
          if (found && 'begin' in found) signs.push(found.begin)
          else if (found) signs[signs.length - 1] = found.extend
        }
        const silences = steps.filter((step) => step > limit)
        const asked = awayStretches([start], signs, limit, now)
        expect(asked.map(({ start: from, end }) => end - from)).toEqual(silences)
      }),
    )
  })
})
