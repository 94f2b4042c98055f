import { describe, expect, it } from 'vitest'
import { figureText, scopeFindings } from './case-studies.ts'

const duration = {
  name: 'Project duration',
  expectation: '3 to 12 months',
  bands: [{ quantity: 'project-months', unit: 'months', min: 3, max: 12 }],
}
const verdictOf = (value: number, bands: (typeof duration)['bands'] = duration.bands) =>
  scopeFindings([{ quantity: 'project-months', value, note: 'n' }], [{ ...duration, bands }]).map(
    ({ verdict }) => verdict,
  )

describe('a figure of a case against the scope of the level', () => {
  it.each([
    [1.5, 'below'],
    [2.99, 'below'],
    [3, 'inside'],
    [12, 'inside'],
    [12.01, 'above'],
  ])('%d months lie %s', (value, verdict) => {
    expect(verdictOf(value)).toEqual([verdict])
  })

  it('is never above a band without an end', () => {
    const { max: _, ...open } = { quantity: 'project-months', unit: 'months', min: 3, max: 12 }
    expect(
      scopeFindings(
        [{ quantity: 'project-months', value: 1e9, note: '' }],
        [{ ...duration, bands: [open] }],
      )[0]?.verdict,
    ).toBe('inside')
  })

  it('is left out where the level has no such band', () => {
    expect(scopeFindings([{ quantity: 'budget-usd', value: 1, note: '' }], [duration])).toEqual([])
  })
})

describe('a figure of a case in words', () => {
  it.each([
    [50_000_000, 'USD', false, '$50M'],
    [3.2, '%', false, '3.2 %'],
    [200, 'people', true, '200+ people'],
    [850, 'ms', false, '850 ms'],
    [0, 'minutes', false, '0 minutes'],
  ] as const)('%d %s, open %s, is %s', (value, unit, open, text) => {
    expect(figureText(value, unit, open)).toBe(text)
  })
})
