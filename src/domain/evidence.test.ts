import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '#contract/evidence.ts'
import { conflictsOf } from './evidence.ts'

const at = '2026-10-01T10:00:00Z' as Evidence['createdAt']
const entry = (id: string, facts: Partial<Evidence>): Evidence => ({
  id,
  metric: 'Revenue',
  baseline: null,
  target: null,
  achieved: 50_000_000,
  unit: 'USD',
  period: '',
  source: '',
  note: '',
  links: [],
  createdAt: at,
  changedAt: at,
  ...facts,
})

describe('a conflict in the ledger', () => {
  it('is the same number of the same metric for another period, and says both readings', () => {
    expect(
      conflictsOf([entry('b', { period: 'a quarter' }), entry('a', { period: 'a year' })]),
    ).toEqual([
      {
        metric: 'Revenue',
        figure: 'achieved',
        value: 50_000_000,
        differ: ['period'],
        ids: ['a', 'b'],
        message:
          '“Revenue” has the same achieved figure in different readings: 50,000,000 USD, a year; 50,000,000 USD, a quarter. Say which one holds, or tell the metrics apart.',
      },
    ])
  })

  it('is seen in another unit, and in both at once', () => {
    const monthly = entry('a', { period: 'a month' })
    expect(conflictsOf([monthly, entry('b', { unit: 'EUR' })])).toMatchObject([
      { differ: ['unit'] },
    ])
    expect(conflictsOf([monthly, entry('b', { unit: 'EUR', period: 'a year' })])).toMatchObject([
      { differ: ['unit', 'period'] },
    ])
  })

  it.each([
    ['the same reading', {}],
    ['case and spaces', { metric: ' revenue ', unit: 'usd', period: '' }],
    ['a period that is not said', { period: '2025' }],
    ['another number', { achieved: 40_000_000, period: '2025' }],
    ['another metric', { metric: 'Cost', unit: 'EUR' }],
    ['the number as a target', { achieved: null, target: 50_000_000, unit: 'EUR' }],
  ])('is not seen in %s', (_, facts) => {
    expect(conflictsOf([entry('a', {}), entry('b', facts)])).toEqual([])
  })

  it('is not seen in 0, which is 0 in any unit and period', () => {
    const none = { achieved: 0, metric: 'Incidents' }
    expect(
      conflictsOf([
        entry('a', { ...none, period: '2024' }),
        entry('b', { ...none, period: '2025' }),
      ]),
    ).toEqual([])
  })

  it('does not depend on the order of the ledger', () => {
    const some = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        metric: fc.constantFrom('Cost', 'cost', 'Time'),
        achieved: fc.constantFrom(null, 0, 5, 7),
        unit: fc.constantFrom('', 'h', 'USD'),
        period: fc.constantFrom('', '2024', '2025'),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(some, (rows) => {
        const ledger = [...new Map(rows.map((row) => [row.id, entry(row.id, row)])).values()]
        expect(conflictsOf(ledger.toReversed())).toEqual(conflictsOf(ledger))
      }),
    )
  })
})
