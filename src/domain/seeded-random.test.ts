import { describe, expect, it } from 'vitest'
import { seededRandom, shuffled, wholeBetween } from './seeded-random.ts'

const draw = (seed: number, times: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: times }, random)
}

describe('seededRandom', () => {
  it('gives the same numbers for the same seed on every machine', () => {
    expect(draw(1, 3)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522])
    expect(draw(2, 3)).not.toEqual(draw(1, 3))
  })

  it('stays from 0 up to but not including 1, evenly', () => {
    const numbers = draw(7, 20_000)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
    expect(mean).toBeCloseTo(0.5, 1)
    const tenths = new Set(numbers.map((value) => Math.floor(value * 10)))
    expect(tenths.size).toBe(10)
  })
})

describe('wholeBetween', () => {
  it('reaches both ends and nothing outside', () => {
    const random = seededRandom(3)
    const seen = new Set(Array.from({ length: 500 }, () => wholeBetween(random, -2, 2)))
    expect([...seen].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2])
  })
})

describe('shuffled', () => {
  it('keeps every item and leaves the given list alone', () => {
    const items = [1, 2, 3, 4, 5, 6]
    const mixed = shuffled(seededRandom(5), items)
    expect(mixed.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    expect(mixed).not.toEqual(items)
    expect(items).toEqual([1, 2, 3, 4, 5, 6])
  })
})
