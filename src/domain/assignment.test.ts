import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment, secondAssignment, weightOf } from './assignment.ts'

/** Every assignment there is, by trying. */
function all(weights: readonly (readonly number[])[], from = 0, taken: number[] = []): number[][] {
  const row = weights[from]
  if (!row) return [[]]
  const choices = [
    -1,
    ...row.flatMap((weight, at) => (weight > 0 && !taken.includes(at) ? [at] : [])),
  ]
  return choices.flatMap((choice) =>
    all(weights, from + 1, [...taken, choice]).map((rest) => [choice, ...rest]),
  )
}

const matrix = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(
        fc.oneof(
          fc.constant(0),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 900, max: 1000 }),
        ),
        {
          minLength: columns,
          maxLength: columns,
        },
      ),
      { minLength: rows, maxLength: rows },
    ),
  )

describe('the best assignment', () => {
  it('is not the greedy one', () => {
    const weights = [
      [10, 9],
      [9, 0],
    ]
    expect(bestAssignment(weights)).toEqual([1, 0])
    expect(secondAssignment(weights, [1, 0])).toEqual([0, -1])
  })

  it('is as good as any other, and uses no column twice', () => {
    fc.assert(
      fc.property(matrix, (weights) => {
        const found = bestAssignment(weights)
        const used = found.filter((column) => column >= 0)
        expect(found).toHaveLength(weights.length)
        expect(new Set(used).size).toBe(used.length)
        for (const [row, column] of found.entries())
          if (column >= 0) expect(weights[row]?.[column]).toBeGreaterThan(0)
        const best = Math.max(...all(weights).map((each) => weightOf(weights, each)))
        expect(weightOf(weights, found)).toBe(best)
      }),
      { numRuns: 500 },
    )
  })

  it('has a second beside it that is as good as any other that differs', () => {
    fc.assert(
      fc.property(matrix, (weights) => {
        const best = bestAssignment(weights)
        const second = secondAssignment(weights, best)
        const others = all(weights).filter((each) =>
          each.some((column, row) => column !== best[row]),
        )
        if (others.length === 0) expect(second).toBeNull()
        else {
          expect(second).not.toEqual(best)
          expect(weightOf(weights, second ?? [])).toBe(
            Math.max(...others.map((each) => weightOf(weights, each))),
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  it('takes 60 questions and 500 stories without waiting', () => {
    const weights = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: 500 }, (__, column) => ((row * 31 + column * 17) % 97) + 1),
    )
    expect(bestAssignment(weights).every((column) => column >= 0)).toBe(true)
  })
})
