import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisOf, positionOn, shortBand, shortFigure } from './scope-axis.ts'

const budget = [
  { level: 'L6', min: 100_000, max: 2_000_000 },
  { level: 'L7', min: 2_000_000, max: 20_000_000 },
]

describe('the axis of a drawing', () => {
  it('goes by factors where figures lie far apart, and by steps where they do not', () => {
    expect(axisOf(budget, [])).toMatchObject({ log: true, ticks: [100_000, 1e6, 1e7] })
    expect(axisOf([{ level: 'L6', min: 2, max: 4 }], [3])).toMatchObject({ log: false, min: 0 })
    expect(axisOf([], [])).toMatchObject({ min: 0, max: 1 })
  })

  const figure = fc.integer({ min: 1, max: 50_000_000 })
  const bands = fc.array(
    fc.tuple(figure, fc.option(fc.nat(1_000_000))).map(([min, width]) => ({
      level: 'L6',
      min,
      ...(width === null ? {} : { max: min + width }),
    })),
    { minLength: 1, maxLength: 3 },
  )

  it('has every figure in sight and every tick on it', () => {
    fc.assert(
      fc.property(bands, fc.array(figure, { maxLength: 5 }), (all, values) => {
        const axis = axisOf(all, values)
        for (const one of [...values, ...all.flatMap(({ min, max }) => [min, max ?? min])]) {
          expect(one).toBeGreaterThanOrEqual(axis.min)
          expect(one).toBeLessThanOrEqual(axis.max)
        }
        expect(axis.ticks.length).toBeGreaterThanOrEqual(1)
        expect(axis.ticks.length).toBeLessThanOrEqual(12)
        for (const tick of axis.ticks) expect(tick).toBeLessThanOrEqual(axis.max)
      }),
    )
  })

  it('sets a greater figure never to the left of a smaller one, from 0 to 1', () => {
    fc.assert(
      fc.property(bands, figure, fc.nat(1_000_000), (all, low, more) => {
        const axis = axisOf(all, [low])
        const [one, other] = [positionOn(axis, low), positionOn(axis, low + more)]
        expect(other).toBeGreaterThanOrEqual(one)
        expect(one).toBeGreaterThanOrEqual(0)
        expect(other).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('sets 0 at its start, also where it goes by factors', () => {
    expect(positionOn(axisOf(budget, [0]), 0)).toBe(0)
  })

  it('writes figures in short', () => {
    expect([
      shortFigure(25, 'engineers'),
      shortFigure(2_500_000, 'USD'),
      shortFigure(100_000, 'USD'),
    ]).toEqual(['25', '$2.5M', '$100K'])
    expect(shortBand({ min: 100 }, 'engineers')).toBe('100 or more')
    expect(shortBand({ min: 100_000, max: 2_000_000 }, 'USD')).toBe('$100K to $2M')
  })
})
