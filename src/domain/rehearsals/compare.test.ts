import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryFormat } from '#contract/story.ts'
import { partOrder } from '../story-fields.ts'
import { defaultStorySettings, formatSeconds } from '../spoken.ts'
import { partBudgets } from './budgets.ts'
import {
  clockText,
  comparePart,
  compareWhole,
  inWords,
  secondsText,
  summaryOf,
  totalMs,
} from './compare.ts'

/** The six parts of a format, told in so many seconds each. */
function told(format: StoryFormat, seconds: readonly number[]) {
  const budgets = partBudgets(formatSeconds[format], defaultStorySettings.shares)
  return partOrder.map((part, index) => ({
    part,
    budgetMs: budgets[part],
    actualMs: (seconds[index] ?? 0) * 1000,
  }))
}

describe('a part against its budget', () => {
  it.each([
    [60, 60, 'within', 'on time'],
    [69, 60, 'within', 'on time'],
    [69.1, 60, 'over', '9.1 s over'],
    [51, 60, 'within', 'on time'],
    [50.9, 60, 'under', '9.1 s short'],
    [0, 60, 'missed', 'not told'],
    // Two seconds either way are always let pass.
    [3.5, 1.5, 'within', 'on time'],
    [3.6, 1.5, 'over', '2.1 s over'],
  ])('%d s of %d s is %s', (actual, budget, verdict, words) => {
    const compared = comparePart({ actualMs: actual * 1000, budgetMs: budget * 1000 }, 15)
    expect([compared.verdict, inWords(compared)]).toEqual([verdict, words])
  })

  it('is judged by the tolerance that is set', () => {
    const part = { actualMs: 66_000, budgetMs: 60_000 }
    expect([5, 9, 10, 100].map((percent) => comparePart(part, percent).verdict)).toEqual([
      'over',
      'over',
      'within',
      'within',
    ])
  })
})

describe('the whole against its format', () => {
  it.each([
    [102, 'within'],
    [101.9, 'under'],
    [138, 'within'],
    [138.1, 'over'],
  ])('two minutes told in %d s is %s', (seconds, verdict) => {
    expect(compareWhole(told('2min', [seconds]), '2min', 15).verdict).toBe(verdict)
  })

  it.each([
    [5, 126, 'within'],
    [5, 127, 'over'],
    [25, 90, 'within'],
    [25, 89.9, 'under'],
    // Two seconds either way are always let pass, so that no tolerance can be met by nobody.
    [0, 121.9, 'within'],
    [0, 122.1, 'over'],
  ])('with a tolerance of %d %%, two minutes told in %d s is %s', (percent, seconds, verdict) => {
    expect(compareWhole(told('2min', [seconds]), '2min', percent).verdict).toBe(verdict)
  })

  it('says the whole first and then what was off by most', () => {
    expect(summaryOf(told('2min', [18, 12, 90, 18, 6, 0]), '2min', 15)).toBe(
      'You told it in 2:24 of 2:00: 24 s over. Action 30 s over, Growth not told.',
    )
    expect(summaryOf(told('2min', [18, 12, 60, 18, 6, 6]), '2min', 15)).toBe(
      'You told it in 2:00 of 2:00: within 15 %. Every part kept to its time.',
    )
  })

  it('names the tolerance that is set, and the two seconds where only they let it pass', () => {
    const text = (percent: number) =>
      summaryOf(told('2min', [19, 13, 60, 18, 6, 6]), '2min', percent)
    expect([2, 1, 0].map(text)).toEqual([
      'You told it in 2:02 of 2:00: within 2 %. Every part kept to its time.',
      'You told it in 2:02 of 2:00: within 2 s. Every part kept to its time.',
      'You told it in 2:02 of 2:00: within 2 s. Every part kept to its time.',
    ])
  })

  it('keeps to its format wherever every part keeps to its budget to the tolerance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<StoryFormat>('30s', '60s', '2min', '3min', '5min'),
        fc.integer({ min: 0, max: 100 }),
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 6, maxLength: 6 }),
        (format, percent, misses) => {
          const parts = told(format, []).map((part, index) => ({
            ...part,
            actualMs: part.budgetMs * (1 + ((misses[index] ?? 0) * percent) / 10_000),
          }))
          expect(parts.map((part) => comparePart(part, percent).verdict)).toEqual(
            parts.map(() => 'within'),
          )
          expect(compareWhole(parts, format, percent).verdict).toBe('within')
          expect(totalMs(parts)).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('times as text', () => {
  it.each([
    [0, '0:00'],
    [59_499, '0:59'],
    [59_500, '1:00'],
    [-5000, '0:05'],
    [600_000, '10:00'],
  ])('%d ms is %s on a clock', (ms, text) => expect(clockText(ms)).toBe(text))

  it.each([
    [1500, '1.5 s'],
    [9960, '10 s'],
    [42_400, '42 s'],
    [119_000, '119 s'],
    [125_000, '2:05 min'],
  ])('%d ms is %s in words', (ms, text) => expect(secondsText(ms)).toBe(text))
})
