import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf, within, without } from './stretches.ts'

const at = (start: number, end: number) => ({ start, end })
const anyStretch = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 25 }))
  .map(([start, length]) => at(start, start + length))
const secondsOf = ({ start, end }: ReturnType<typeof at>) =>
  Array.from({ length: end - start }, (_, index) => start + index)

describe('what is left of a stretch', () => {
  it.each([
    ['nothing taken', [], [at(10, 20)]],
    ['one in the middle', [at(12, 15)], [at(10, 12), at(15, 20)]],
    ['one across the start', [at(0, 12)], [at(12, 20)]],
    ['one across the end', [at(18, 30)], [at(10, 18)]],
    ['all of it', [at(0, 30)], []],
    ['two that share time', [at(11, 15), at(13, 16)], [at(10, 11), at(16, 20)]],
    ['one within another', [at(11, 16), at(12, 13)], [at(10, 11), at(16, 20)]],
    ['in no order', [at(16, 18), at(11, 12)], [at(10, 11), at(12, 16), at(18, 20)]],
    ['an empty one cuts', [at(15, 15)], [at(10, 15), at(15, 20)]],
    ['an empty one at the start does not', [at(10, 10)], [at(10, 20)]],
    ['those outside do not matter', [at(0, 5), at(25, 30)], [at(10, 20)]],
  ])('is right with %s', (_, taken, left) => {
    expect(without(at(10, 20), taken)).toEqual(left)
  })

  it('agrees with going through every second', () => {
    fc.assert(
      fc.property(anyStretch, fc.array(anyStretch, { maxLength: 6 }), (stretch, taken) => {
        const gone = new Set(taken.flatMap(secondsOf))
        const left = secondsOf(stretch).filter((second) => !gone.has(second))
        const pieces = without(stretch, taken)
        expect(pieces.flatMap(secondsOf)).toEqual(left)
        expect(lengthOf(pieces)).toBe(left.length)
        expect(pieces.every(({ start, end }) => start < end)).toBe(true)
      }),
    )
  })
})

describe('the part within another', () => {
  it('is what they share, or null', () => {
    fc.assert(
      fc.property(anyStretch, anyStretch, (a, b) => {
        const ofB = new Set(secondsOf(b))
        const shared = secondsOf(a).filter((second) => ofB.has(second))
        const part = within(a, b)
        expect(part === null ? [] : secondsOf(part)).toEqual(shared)
      }),
    )
  })
})
