import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  directed,
  fromTheLeft,
  levelsOf,
  mirrored,
  runsRightToLeft,
  withoutMarks,
} from './direction.ts'

describe('directed', () => {
  it('leaves text without right-to-left letters as it is, but for the space at the ends of lines', () => {
    expect(directed(['one two ', 'three'])).toEqual(['one two', 'three'])
  })

  it('gives every line the direction of its paragraph', () => {
    const hebrew = directed(['שלום feature ', 'flag ואז'])
    expect(hebrew.map(runsRightToLeft)).toEqual([true, true])
    const english = directed(['They said ', 'שלום twice'])
    expect(english.map(runsRightToLeft)).toEqual([false, false])
    expect(english.map((line) => levelsOf(line)[0])).toEqual([0, 0])
  })

  it('orders a number at the start of a line by the letters before it', () => {
    const [, second = ''] = directed(['He wrote: كتب ', '19 مسارا'])
    // After Arabic letters the number belongs to the text from right to left, so it stands right of what follows.
    const levels = levelsOf(second)
    expect(levels[second.indexOf('1')]).toBe(2)
  })

  it('changes nothing but marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'ש', 'ع', ' ', '(', '1', '.') }), {
          maxLength: 5,
        }),
        (lines) => {
          expect(directed(lines).map(withoutMarks)).toEqual(lines.map((line) => line.trimEnd()))
        },
      ),
    )
  })
})

describe('fromTheLeft', () => {
  it.each([
    [
      [0, 1, 0],
      [0, 1, 2],
    ],
    [
      [0, 1, 1, 0],
      [0, 2, 1, 3],
    ],
    [
      [1, 2, 1],
      [2, 1, 0],
    ],
    [
      [1, 2, 2, 1],
      [3, 1, 2, 0],
    ],
    [[], []],
  ])('of levels %j is %j', (levels, order) => expect(fromTheLeft(levels)).toEqual(order))
})

describe('mirrored', () => {
  it('turns brackets, twice to what they were', () => {
    expect(mirrored('(')).toBe(')')
    expect(mirrored(mirrored('«'))).toBe('«')
    expect(mirrored('a')).toBe('a')
    expect(mirrored('(\u0301')).toBe(')\u0301')
  })
})
