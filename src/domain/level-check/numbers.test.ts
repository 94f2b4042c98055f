import { describe, expect, it } from 'vitest'
import { checked, figure, findingOf, rulesIn } from './story-under-check.ts'

const result = (text: string, parts = {}) => rulesIn(checked({ parts: { result: text, ...parts } }))

describe('a result without a number', () => {
  it.each([
    'It went well.',
    'In 2024 it went well.',
    'It was live in Q4 and the 99th percentile was fine.',
  ])('is %j', (text) => {
    expect(result(text)).toContain('result-without-number')
  })

  it.each([
    '285 ms.',
    'Errors fell by half.',
    'It saved 2,000 hours.',
    'The bill was 2024 $ lower.',
    'It took ٣ days.',
    '',
  ])('is not %j', (text) => {
    expect(result(text)).not.toContain('result-without-number')
  })

  it('is none where a figure of the ledger belongs to the story', () => {
    expect(rulesIn(checked({ parts: { result: 'Good.' } }, [figure()]))).not.toContain(
      'result-without-number',
    )
  })
})

describe('a result without before and after', () => {
  const bare = {
    situation: 'Customers waited.',
    task: 'I had to mend it.',
    action: 'I dug in and owned it.',
  }

  it('is a number that stands alone in the story', () => {
    expect(result('The page now answers within 285 ms.', bare)).toContain('result-without-baseline')
  })

  it.each([
    ['The page answers in 285 ms instead of 850.', bare],
    ['It went from slow to 285 ms.', bare],
    ['It takes 60 % of the time.', bare],
    ['The page answers within 285 ms.', { ...bare, situation: 'Customers waited 850 ms.' }],
  ])('is not %j', (text, parts) => {
    expect(result(text, parts)).not.toContain('result-without-baseline')
  })

  it('is a figure of the ledger that lacks either, quoted', () => {
    const found = findingOf(checked({}, [figure({ baseline: null })]), 'result-without-baseline')
    expect(found).toMatchObject({
      field: 'results',
      message: '“Latency” does not say what it was before: achieved 285 ms.',
    })
    expect(rulesIn(checked({}, [figure()]))).toEqual([])
  })
})

describe('figures that should be two', () => {
  it('are told apart: a budget and what it brought, people led and people affected', () => {
    const revenue = figure({ metric: 'Revenue', baseline: 0, achieved: 250_000, unit: 'USD' })
    expect(rulesIn(checked({ peopleAffected: 12 }, [revenue]))).toEqual([
      'budget-as-impact',
      'led-as-affected',
    ])
    expect(rulesIn(checked({ budgetUsd: 1 }, [revenue]))).toEqual([])
  })

  it('contradict each other by the period', () => {
    const year = figure({
      metric: 'Revenue',
      baseline: 1,
      achieved: 5e7,
      unit: 'USD',
      period: 'a year',
    })
    const quarter = { ...year, id: `${year.id.slice(0, -1)}2`, period: 'a quarter' }
    expect(rulesIn(checked({}, [year, quarter]))).toContain('figures-contradict')
  })
})
