import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginRun,
  countdownLeft,
  markPart,
  parseRun,
  partIndex,
  partTimes,
  spokenMs,
  togglePause,
  unmarkPart,
  type Run,
} from './run.ts'

const begun = beginRun('a', '2min', 0)
const at = (seconds: number) => (3 + seconds) * 1000
const seconds = (run: Run, now: number) => partTimes(run, now).map(({ ms }) => ms / 1000)

describe('a rehearsal that is going on', () => {
  it('counts down from three before the time begins', () => {
    expect([0, 1, 1000, 2999, 3000, 9000].map((now) => countdownLeft(begun, now))).toEqual([
      3, 3, 2, 1, 0, 0,
    ])
    expect(spokenMs(begun, 2000)).toBe(0)
    expect(markPart(begun, 2000)).toBe(begun)
  })

  it('gives each part the time between its marks', () => {
    const run = markPart(markPart(begun, at(18)), at(31))
    expect(seconds(run, at(40))).toEqual([18, 13, 9, 0, 0, 0])
  })

  it('takes a mark back as if it had never been set', () => {
    const run = unmarkPart(markPart(markPart(begun, at(18)), at(19)))
    expect(seconds(run, at(40))).toEqual([18, 22, 0, 0, 0, 0])
    expect(unmarkPart(begun).marks).toEqual([])
  })

  it('has no more marks than changes of part', () => {
    const marked = [1, 2, 3, 4, 5, 6, 7].reduce((run, time) => markPart(run, at(time)), begun)
    expect(partIndex(marked)).toBe(5)
    expect(seconds(marked, at(20))).toEqual([1, 1, 1, 1, 1, 15])
  })

  it('stands still in a pause, whatever the clock says', () => {
    const paused = togglePause(begun, at(10))
    expect(spokenMs(paused, at(500))).toBe(10_000)
    expect(markPart(paused, at(20))).toBe(paused)
    expect(spokenMs(togglePause(paused, at(500)), at(505))).toBe(15_000)
  })

  it('does not let a clock that is set back take time from a part', () => {
    const run = markPart(begun, at(30))
    expect(seconds(run, at(10))).toEqual([30, 0, 0, 0, 0, 0])
  })

  it('is the same after a reload', () => {
    const run = togglePause(markPart(begun, at(30)), at(40))
    expect(parseRun(JSON.stringify(run))).toEqual(run)
  })

  it.each([
    null,
    '',
    'x',
    '7',
    '{}',
    JSON.stringify({ ...begun, format: '7min' }),
    JSON.stringify({ ...begun, marks: [5, 4] }),
    JSON.stringify({ ...begun, marks: [1, 2, 3, 4, 5, 6] }),
    JSON.stringify({ ...begun, startsAtMs: '0' }),
  ])('is not made of %j', (text) => expect(parseRun(text)).toBeNull())

  it('never loses nor makes time: the parts add up to the time that passed without the pauses', () => {
    const step = fc.record({
      afterMs: fc.integer({ min: 0, max: 60_000 }),
      what: fc.constantFrom('mark', 'unmark', 'pause', 'wait'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let run = begun
        let now = at(0)
        let spoken = 0
        for (const { afterMs, what } of steps) {
          now += afterMs
          if (run.pausedAtMs === null) spoken += afterMs
          if (what === 'mark') run = markPart(run, now)
          if (what === 'unmark') run = unmarkPart(run)
          if (what === 'pause') run = togglePause(run, now)
          const kept = parseRun(JSON.stringify(run))
          if (kept === null) throw new Error('it was not kept')
          run = kept
        }
        const times = partTimes(run, now).map(({ ms }) => ms)
        expect(times.every((ms) => ms >= 0)).toBe(true)
        expect(times.reduce((sum, ms) => sum + ms, 0)).toBe(spoken)
      }),
    )
  })
})
