import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sparklinePoints } from './sparkline-points.ts'

describe('the places of a sparkline', () => {
  it('go by the days and not by the number of the value', () => {
    const values = [
      { day: '2026-09-01', value: 60 },
      { day: '2026-09-02', value: 80 },
      { day: '2026-09-11', value: 100 },
    ]
    expect(sparklinePoints(values, 80)).toEqual({
      points: [
        { x: 0, y: 1 },
        { x: 0.1, y: 0.5 },
        { x: 1, y: 0 },
      ],
      threshold: 0.5,
    })
  })

  it('are in the middle for one value, and at its threshold', () => {
    const one = [{ day: '2026-09-01', value: 5 }]
    expect(sparklinePoints(one, 5)).toEqual({ points: [{ x: 1, y: 0.5 }], threshold: 0.5 })
    expect(sparklinePoints([], 5)).toEqual({ points: [], threshold: null })
  })

  it('stay in their box, whatever the values', () => {
    const value = fc.record({
      day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
      value: fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
    })
    fc.assert(
      fc.property(fc.array(value), fc.option(fc.integer()), (values, threshold) => {
        const { points } = sparklinePoints(values, threshold)
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(1)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
