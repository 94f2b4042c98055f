import { describe, expect, it } from 'vitest'
import { changeInWords, figureInWords } from './figure-words.ts'

const figure = { baseline: null, target: null, achieved: null, unit: '' }

describe('a figure in words', () => {
  it.each([
    [
      { ...figure, baseline: 850, achieved: 285, target: 300, unit: 'ms' },
      '850 → 285 ms, target 300',
    ],
    [{ ...figure, achieved: 2_000_000, unit: 'USD' }, '2,000,000 USD'],
    [{ ...figure, baseline: 3, unit: 'days' }, 'from 3 days'],
    [{ ...figure, target: 99.99, unit: '%' }, 'target 99.99 %'],
    [figure, ''],
  ])('of %j is %j', (facts, text) => {
    expect(figureInWords(facts)).toBe(text)
  })

  it.each([
    [{ ...figure, baseline: 850, achieved: 285 }, '−66 %'],
    [{ ...figure, baseline: 2, achieved: 5 }, '+150 %'],
    [{ ...figure, baseline: 0, achieved: 5 }, ''],
    [{ ...figure, achieved: 5 }, ''],
  ])('of %j changed by %j', (facts, text) => {
    expect(changeInWords(facts)).toBe(text)
  })
})
