import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkMetricValue, parseMetricValue, sameUnit } from './metric-value.ts'
import {
  closeWindow,
  judge,
  judgeQualitative,
  latestOf,
  meets,
  metricRule,
  metricsSummaryOf,
  metricTarget,
  metricText,
  type Threshold,
} from './metrics.ts'

const percent = { min: 0, max: 100 }
const availability: Threshold = { comparator: '>', threshold: 99.9, unit: '%', range: percent }
const retention: Threshold = { comparator: '>', threshold: 90, unit: '%', range: percent }
const adoption: Threshold = { comparator: '>=', threshold: 80, unit: '%', range: percent }
const incidents: Threshold = { comparator: '=', threshold: 0, unit: 'count', range: { min: 0 } }
const satisfaction: Threshold = {
  comparator: '>',
  threshold: 4,
  unit: 'score',
  range: { min: 0, max: 5 },
}
const leaders: Threshold = { comparator: '>=', threshold: 5, unit: 'count', range: { min: 0 } }
const impact: Threshold = { comparator: '>', threshold: 500_000, unit: 'USD', range: { min: 0 } }
const velocity: Threshold = { comparator: '>', threshold: 25, unit: '%' }

describe('a value against its threshold', () => {
  it.each([
    [99.9, availability, 'close'],
    [99.91, availability, 'met'],
    [99.8, availability, 'close'],
    [99.79, availability, 'not-met'],
    [90, availability, 'not-met'],
    [90, retention, 'close'],
    [81, retention, 'close'],
    [80.9, retention, 'not-met'],
    [80, adoption, 'met'],
    [72, adoption, 'close'],
    [71.9, adoption, 'not-met'],
    [0, incidents, 'met'],
    [1, incidents, 'not-met'],
    [4, satisfaction, 'close'],
    [4.1, satisfaction, 'met'],
    [3.6, satisfaction, 'close'],
    [3.5, satisfaction, 'not-met'],
    [5, leaders, 'met'],
    [4, leaders, 'not-met'],
    [500_000, impact, 'close'],
    [500_001, impact, 'met'],
    [449_999, impact, 'not-met'],
    [null, impact, 'no-value'],
  ] as const)('%s for %o is %s', (value, indicator, status) => {
    expect(judge(value, indicator)).toBe(status)
  })

  const indicator = fc.record({
    comparator: fc.constantFrom(
      '>' as const,
      '>=' as const,
      '=' as const,
      '<' as const,
      '<=' as const,
    ),
    threshold: fc.integer({ min: -1000, max: 1000 }),
    unit: fc.constant('%'),
    range: fc.constantFrom(undefined, { min: -2000, max: 2000 }, { max: 1000 }, { min: -1000 }),
  })
  const value = fc.integer({ min: -3000, max: 3000 })

  it('is met exactly where the comparison holds', () => {
    fc.assert(
      fc.property(indicator, value, (one, v) => {
        expect(judge(v, one) === 'met').toBe(meets(v, one))
      }),
    )
  })

  it('never gets worse as a value moves to the right side', () => {
    const order = { 'no-value': 0, 'not-met': 0, close: 1, met: 2 }
    fc.assert(
      fc.property(indicator, value, fc.nat(500), (one, v, more) => {
        if (one.comparator === '=') return
        const better = one.comparator.startsWith('>') ? v + more : v - more
        expect(order[judge(better, one)]).toBeGreaterThanOrEqual(order[judge(v, one)])
      }),
    )
  })

  it('is close exactly within the window of the wrong side', () => {
    fc.assert(
      fc.property(indicator, value, (one, v) => {
        const window = closeWindow(one)
        const isWithin = !meets(v, one) && window > 0 && Math.abs(v - one.threshold) <= window
        expect(judge(v, one) === 'close').toBe(isWithin)
      }),
    )
  })
})

describe('a qualitative indicator', () => {
  it.each([
    [null, 3, 'no-value'],
    [5, 1, 'met'],
    [4, 1, 'met'],
    [5, 0, 'close'],
    [3, 1, 'close'],
    [3, 0, 'not-met'],
    [1, 9, 'not-met'],
  ] as const)('rated %s with %i pieces of evidence is %s', (rating, proofs, status) => {
    expect(judgeQualitative(rating, proofs)).toBe(status)
  })
})

describe('a typed value', () => {
  it.each([
    ['99.95', availability, 99.95],
    [' 99.95 % ', availability, 99.95],
    ['99.95 percent', availability, 99.95],
    ['-5', velocity, -5],
    ['−5 %', velocity, -5],
    ['250%', velocity, 250],
    ['4.2', satisfaction, 4.2],
    ['4.2 of 5', satisfaction, 4.2],
    ['4.2/5', satisfaction, 4.2],
    ['$1.2M', impact, 1_200_000],
    ['500K', impact, 500_000],
    ['1,250,000 USD', impact, 1_250_000],
    ['2 million dollars', impact, 2_000_000],
    ['0', incidents, 0],
  ] as const)('%j is read', (typed, indicator, value) => {
    expect(parseMetricValue(typed, indicator)).toEqual({ ok: true, value })
  })

  it.each([
    ['120', retention, '120 % is not possible: the range is 0 % to 100 %.'],
    ['120 %', retention, 'the range is 0 % to 100 %'],
    ['6.0 of 5.0', satisfaction, 'the range is 0 to 5'],
    ['4 of 10', satisfaction, 'on a scale of 5, not of 10'],
    ['850 ms', availability, 'in percent, not in “ms”'],
    ['$5', availability, 'in percent, not in “$”'],
    ['90 %', impact, 'in US dollars, not in “%”'],
    ['2.5', leaders, 'whole number'],
    ['-1', incidents, '0 is the least'],
    ['many', leaders, 'Write a number, such as 5.'],
    ['', leaders, 'Write a number'],
    ['1,5', retention, 'point before decimals'],
    ['1.2.3', retention, 'point before decimals'],
    ['9'.repeat(20), velocity, 'past all reason'],
  ] as const)('%j is refused', (typed, indicator, message) => {
    expect(parseMetricValue(typed, indicator)).toEqual({
      ok: false,
      message: expect.stringContaining(message),
    })
  })

  it('that is printed is read again as the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(availability, satisfaction, impact, velocity, leaders),
        fc.integer({ min: 0, max: 500 }),
        (indicator, v) => {
          const value = indicator.unit === 'count' ? v : v / 100
          if (!checkMetricValue(value, indicator).ok) return
          expect(parseMetricValue(metricText(value, indicator), indicator)).toEqual({
            ok: true,
            value,
          })
        },
      ),
    )
  })

  it('that is accepted lies in the range, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(availability, satisfaction, incidents),
        (typed, one) => {
          const read = parseMetricValue(typed, one)
          if (!read.ok) return
          expect(read.value).toBeGreaterThanOrEqual(one.range?.min ?? 0)
          expect(read.value).toBeLessThanOrEqual(one.range?.max ?? Infinity)
        },
      ),
    )
  })

  it('knows which units mean the same', () => {
    expect(['percent', '%', ' PCT '].map((unit) => sameUnit(unit, '%'))).toEqual([true, true, true])
    expect(['$', 'usd', 'US dollars'].map((unit) => sameUnit(unit, 'USD'))).toEqual([
      true,
      true,
      false,
    ])
    expect([sameUnit('ms', '%'), sameUnit('', '%'), sameUnit('', 'count')]).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('what is shown', () => {
  it('writes targets as a person would', () => {
    expect(
      [availability, adoption, incidents, satisfaction, impact, leaders].map(metricTarget),
    ).toEqual(['> 99.9 %', '≥ 80 %', 'exactly 0', '> 4 of 5', '> $500,000', '≥ 5'])
  })

  it('says the rule with its numbers', () => {
    expect(metricRule(availability)).toBe('Met: > 99.9 %. Close: 99.8 % to 99.9 %.')
    expect(metricRule(adoption)).toBe('Met: ≥ 80 %. Close: from 72 %, below 80 %.')
    expect(metricRule(incidents)).toBe('Met: exactly 0. Nothing else is close.')
  })

  it('takes the latest value, by its day and then by when it was entered', () => {
    const values = [
      { day: '2026-10-02', v: 1 },
      { day: '2026-10-05', v: 2 },
      { day: '2026-10-05', v: 3 },
      { day: '2026-09-30', v: 4 },
    ]
    expect(latestOf(values)?.v).toBe(3)
    expect(latestOf([])).toBeNull()
  })

  it('sums up from 0 to 1, with nothing better than all met', () => {
    expect(metricsSummaryOf(['met', 'close', 'not-met', 'no-value'])).toEqual({
      indicators: 4,
      met: 1,
      close: 1,
      notMet: 1,
      noValue: 1,
      share: 0.375,
    })
    expect(metricsSummaryOf([]).share).toBe(0)
    const status = fc.constantFrom(
      'met' as const,
      'close' as const,
      'not-met' as const,
      'no-value' as const,
    )
    fc.assert(
      fc.property(fc.array(status, { minLength: 1 }), (all) => {
        const { share } = metricsSummaryOf(all)
        const better = metricsSummaryOf(['met', ...all.slice(1)]).share
        expect(share).toBeGreaterThanOrEqual(0)
        expect(better).toBeGreaterThanOrEqual(share)
        expect(better).toBeLessThanOrEqual(1)
      }),
    )
  })
})
