import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { budgetOf, scaleBudget } from './budget.ts'

const hours = (min: number) => ({ min, approximate: true, open: false })
const categories = [
  { slug: 'system-design', name: 'System design', share: 35, hours: hours(100) },
  { slug: 'coding', name: 'Coding practice', share: 30, hours: hours(85) },
]

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('budgetOf', () => {
  it("takes the playbook's hours, and the person's own where there are such", () => {
    expect(budgetOf(categories, new Map([['coding', 60]]))).toEqual([
      { slug: 'system-design', name: 'System design', share: 0.35, hours: 100, isOwn: false },
      { slug: 'coding', name: 'Coding practice', share: 0.3, hours: 60, isOwn: true },
    ])
  })

  it('keeps an own budget of 0 h, and ignores one of a category that the plan does not have', () => {
    const own = new Map([
      ['coding', 0],
      ['strategic-thinking', 40],
    ])
    expect(budgetOf(categories, own).map((row) => row.hours)).toEqual([100, 0])
  })

  it('leaves shares alone when hours change', () => {
    const own = new Map([['coding', 500]])
    expect(budgetOf(categories, own).map((row) => row.share)).toEqual([0.35, 0.3])
  })
})

describe('scaleBudget', () => {
  it.each([
    [[100, 85, 70, 30], 285, [100, 85, 70, 30]],
    [[100, 85, 70, 30], 142.5, [50, 42.5, 35, 15]],
    [[100, 85, 70, 30], 200, [70.5, 59.5, 49, 21]],
    [[1, 1, 1], 2, [1, 0.5, 0.5]],
    [[0, 10], 20, [0, 20]],
    [[0, 0], 10, [5, 5]],
    [[10, 30], 0, [0, 0]],
    [[10, 30], -5, [0, 0]],
    [[10, 30], 40.2, [10, 30]],
    [[], 10, []],
  ])('scales %j to %f h', (from, total, expected) => {
    expect(scaleBudget(from, total)).toEqual(expected)
  })

  const halves = fc.integer({ min: 0, max: 2000 }).map((n) => n / 2)
  const budget = fc.array(halves, { minLength: 1, maxLength: 12 })

  it('adds up to the new total exactly', () => {
    fc.assert(
      fc.property(budget, halves, (from, total) => {
        expect(sum(scaleBudget(from, total))).toBe(total)
      }),
    )
  })

  it('stays within one step of the exact proportion, and never below 0', () => {
    fc.assert(
      fc.property(budget, halves, (from, total) => {
        fc.pre(sum(from) > 0)
        scaleBudget(from, total).forEach((value, index) => {
          const exact = ((from[index] ?? 0) * total) / sum(from)
          expect(Math.abs(value - exact)).toBeLessThan(0.5 + 1e-9)
          expect(value).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })

  it('leaves a budget as it is when the total stays', () => {
    fc.assert(
      fc.property(budget, (from) => {
        fc.pre(sum(from) > 0)
        expect(scaleBudget(from, sum(from))).toEqual(from)
      }),
    )
  })

  it('never turns the order of two categories round', () => {
    fc.assert(
      fc.property(budget, halves, (from, total) => {
        const scaled = scaleBudget(from, total)
        const turned = from.flatMap((a, i) =>
          from.filter((b, j) => a > b && (scaled[i] ?? 0) < (scaled[j] ?? 0)),
        )
        expect(turned).toEqual([])
      }),
    )
  })
})
