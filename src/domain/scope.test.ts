import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsOf, ladderOf, placeInBand, placeOnLadder, type LevelBand } from './scope.ts'

const engineers: readonly LevelBand[] = [
  { level: 'L6', min: 10, max: 25 },
  { level: 'L7', min: 100 },
]
const months: readonly LevelBand[] = [
  { level: 'L6', min: 3, max: 12 },
  { level: 'L7', min: 12, max: 36 },
]
const budget: readonly LevelBand[] = [
  { level: 'L6', min: 100_000, max: 2_000_000 },
  { level: 'L7', min: 2_000_000, max: 20_000_000 },
]

describe('a value among the ranges of the levels', () => {
  it.each([
    ['9 engineers', 9, engineers, 'below', [], null, 'L6'],
    ['10 engineers', 10, engineers, 'inside', ['L6'], null, null],
    ['25 engineers', 25, engineers, 'inside', ['L6'], null, null],
    ['26 engineers', 26, engineers, 'between', [], 'L6', 'L7'],
    ['99 engineers', 99, engineers, 'between', [], 'L6', 'L7'],
    ['100 engineers', 100, engineers, 'inside', ['L7'], null, null],
    ['5,000 engineers', 5000, engineers, 'inside', ['L7'], null, null],
    ['12 months', 12, months, 'inside', ['L6', 'L7'], null, null],
    ['37 months', 37, months, 'above', [], 'L7', null],
    ['$2M', 2_000_000, budget, 'inside', ['L6', 'L7'], null, null],
    ['$2,000,001', 2_000_001, budget, 'inside', ['L7'], null, null],
  ] as const)('%s', (_, value, bands, place, levels, under, over) => {
    expect(placeInBand(value, bands)).toEqual({ place, levels, under, over })
  })

  it('is nowhere while no level states a range', () => {
    expect(placeInBand(7, [])).toBeNull()
    expect(placeInBand(Number.NaN, months)).toBeNull()
  })

  const bands = fc.array(
    fc
      .tuple(fc.string(), fc.integer({ min: -50, max: 50 }), fc.option(fc.nat(40)))
      .map(([level, min, width]): LevelBand => ({
        level,
        min,
        ...(width === null ? {} : { max: min + width }),
      })),
    { minLength: 1, maxLength: 5 },
  )
  const value = fc.integer({ min: -120, max: 120 })

  it('is inside exactly the ranges that hold it, and otherwise in one place', () => {
    fc.assert(
      fc.property(bands, value, (all, v) => {
        const holding = all.filter((band) => v >= band.min && v <= (band.max ?? Infinity))
        const found = placeInBand(v, all)
        expect(found?.levels).toEqual(holding.map(({ level }) => level))
        const under = all.some((band) => (band.max ?? Infinity) < v)
        const over = all.some((band) => band.min > v)
        expect(found?.place).toBe(
          holding.length > 0 ? 'inside' : under && over ? 'between' : over ? 'below' : 'above',
        )
      }),
    )
  })

  it('does not depend on the order of the levels, but for the order of its answer', () => {
    fc.assert(
      fc.property(bands, value, (all, v) => {
        expect(placeInBand(v, all.toReversed())?.place).toBe(placeInBand(v, all)?.place)
      }),
    )
  })

  it('never falls from above to below as the value grows', () => {
    const order = { below: 0, between: 1, inside: 1, above: 2 }
    fc.assert(
      fc.property(bands, value, fc.nat(50), (all, v, more) => {
        const [low, high] = [placeInBand(v, all), placeInBand(v + more, all)]
        expect(order[high?.place ?? 'below']).toBeGreaterThanOrEqual(order[low?.place ?? 'above'])
      }),
    )
  })
})

describe('a rung on the ladder of the levels', () => {
  const technology = [
    { level: 'L6', rungs: ['component', 'service'] },
    { level: 'L7', rungs: ['platform', 'architecture'] },
  ]

  it('stands on one ladder, the lower level first', () => {
    expect(ladderOf(technology)).toEqual(['component', 'service', 'platform', 'architecture'])
    expect(
      ladderOf([...technology, { level: 'Own', rungs: ['service', 'platform'] }]),
    ).toHaveLength(4)
  })

  it.each([
    ['service', { place: 'inside', levels: ['L6'] }],
    ['platform', { place: 'inside', levels: ['L7'] }],
  ])('%s', (rung, expected) => {
    expect(placeOnLadder(rung, technology)).toMatchObject(expected)
  })

  it('that nobody has is nowhere', () => {
    expect(placeOnLadder('galaxy', technology)).toBeNull()
    expect(placeOnLadder('service', [])).toBeNull()
  })
})

describe('the levels that a dimension fits', () => {
  const at = (level: string) =>
    ({ place: 'inside', levels: [level], under: null, over: null }) as const
  const between = { place: 'between', levels: [], under: 'L6', over: 'L7' } as const

  it('are those whose ranges hold all that is said', () => {
    const both = ['L6', 'L7']
    expect(fitsOf([{ levels: both, place: at('L6') }])).toEqual(['L6'])
    expect(
      fitsOf([
        { levels: both, place: at('L6') },
        { levels: ['L6'], place: at('L6') },
      ]),
    ).toEqual(['L6'])
    expect(
      fitsOf([
        { levels: both, place: at('L6') },
        { levels: ['L6'], place: between },
      ]),
    ).toEqual([])
    expect(fitsOf([{ levels: both, place: between }])).toEqual([])
  })

  it('do not ask for what is not said', () => {
    expect(
      fitsOf([
        { levels: ['L6'], place: at('L6') },
        { levels: ['L6', 'L7'], place: null },
      ]),
    ).toEqual(['L6'])
    expect(fitsOf([{ levels: ['L6'], place: null }])).toBeNull()
    expect(fitsOf([])).toBeNull()
  })
})
