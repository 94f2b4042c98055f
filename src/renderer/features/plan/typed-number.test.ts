import { describe, expect, it } from 'vitest'
import { readNumber } from './typed-number.ts'

describe('readNumber', () => {
  it.each([
    ['85', 85],
    [' 85.5 ', 85.5],
    ['85,5', 85.5],
    ['1,250', 1250],
    ['1,250.5', 1250.5],
    ['1 250', 1250],
    ['0', 0],
    ['12,75', 12.75],
  ])('reads %j as %d', (typed, value) => {
    expect(readNumber(typed)).toBe(value)
  })

  it.each(['', 'ten', '-5', '1.2.3', '1e5', '0x10', '85 h', '∞', '.'])(
    'does not guess at %j',
    (typed) => {
      expect(readNumber(typed)).toBeNull()
    },
  )
})
