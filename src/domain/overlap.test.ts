import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap, overlapsWith, overlapsWithin } from './overlap.ts'

const at = (start: number, end: number) => ({ start, end })

const anyInterval = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20 }))
  .map(([start, length]) => at(start, start + length))

describe('overlap', () => {
  it.each([
    ['one inside the other', at(0, 100), at(20, 30), true],
    ['one across the end of the other', at(0, 100), at(90, 120), true],
    ['the same stretch', at(0, 100), at(0, 100), true],
    ['one second in common', at(0, 100), at(99, 200), true],
    ['one that starts when the other ends', at(0, 100), at(100, 200), false],
    ['far apart', at(0, 100), at(500, 600), false],
    ['an empty one inside', at(0, 100), at(50, 50), false],
    ['two empty ones at the same moment', at(50, 50), at(50, 50), false],
  ])('knows %s', (_, a, b, expected) => {
    expect(overlap(a, b)).toBe(expected)
    expect(overlap(b, a)).toBe(expected)
  })

  it('agrees with going through every second', () => {
    const seconds = ({ start, end }: { start: number; end: number }) =>
      Array.from({ length: end - start }, (_, index) => start + index)
    fc.assert(
      fc.property(anyInterval, anyInterval, (a, b) => {
        const ofB = new Set(seconds(b))
        expect(overlap(a, b)).toBe(seconds(a).some((second) => ofB.has(second)))
      }),
    )
  })
})

describe('overlapsWith', () => {
  it('keeps the list in its order', () => {
    const list = [at(0, 10), at(10, 20), at(19, 30), at(30, 40)]
    expect(overlapsWith(at(15, 30), list)).toEqual([at(10, 20), at(19, 30)])
  })
})

describe('overlapsWithin', () => {
  it('finds a long stretch under several short ones', () => {
    const long = at(0, 100)
    const [first, second] = [at(10, 20), at(30, 40)]
    expect(overlapsWithin([long, first, second])).toEqual([
      [long, first],
      [long, second],
    ])
  })

  it('finds nothing in a day without overlaps', () => {
    expect(overlapsWithin([at(0, 10), at(10, 20), at(25, 30)])).toEqual([])
  })

  it('finds the same pairs as comparing each with each', () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { maxLength: 12 }), (list) => {
        const sorted = list.toSorted((a, b) => a.start - b.start)
        const slow = sorted.flatMap((later, index) =>
          sorted.slice(0, index).flatMap((a) => (overlap(a, later) ? [[a, later]] : [])),
        )
        expect(overlapsWithin(sorted)).toEqual(slow)
      }),
    )
  })
})
