import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmount, writeAmount } from './amount.ts'

describe('an amount', () => {
  it.each([
    ['12', 12],
    [' 1,250 ', 1250],
    ['1 250', 1250],
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['$1.2M', 1_200_000],
    ['500k', 500_000],
    ['3 bn', 3_000_000_000],
    ['1.1M USD', 1_100_000],
    ['-3', -3],
    ['0', 0],
  ])('%j is %d', (typed, value) => {
    expect(readAmount(typed)).toBe(value)
  })

  it.each(['', 'two', '1.2.3', '1,2,3', '12 people', '5%', 'k', '--1', '1e9'])(
    '%j is none',
    (typed) => {
      expect(readAmount(typed)).toBe(null)
    },
  )

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (value) => {
        expect(readAmount(writeAmount(value / 100))).toBe(value / 100)
      }),
    )
  })
})
