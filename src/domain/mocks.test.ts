import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mockTypesOf, principleTrends } from './mocks.ts'

const mock = (
  id: string,
  date: string,
  ratings: Readonly<Record<string, readonly [number | null, number | null]>>,
) => ({
  id,
  date: date as never,
  createdAt: '2026-10-01T10:00:00Z' as never,
  principles: Object.entries(ratings).map(([principle, [rating, selfRating]]) => ({
    principle,
    rating,
    selfRating,
    evidence: '',
  })),
})

const byValue = (a: number, b: number) => a - b

describe('the types of mock interview', () => {
  it('at L6 are without strategy and executive rounds; elsewhere all', () => {
    expect(mockTypesOf('L6')).toHaveLength(6)
    expect(mockTypesOf('L7')).toEqual(expect.arrayContaining(['strategy', 'executive']))
    expect(mockTypesOf('EM')).toHaveLength(8)
  })
})

describe('the trend of a principle', () => {
  it('follows both ratings from the oldest on, without mixing them', () => {
    const [trend] = principleTrends(
      [
        mock('b', '2026-10-08', { ownership: [4, 4] }),
        mock('a', '2026-10-01', { ownership: [2, 5] }),
        mock('c', '2026-10-15', { ownership: [null, 3] }),
      ],
      ['ownership'],
    )
    expect(trend).toEqual({
      principle: 'ownership',
      points: [
        { mockId: 'a', date: '2026-10-01', outside: 2, self: 5 },
        { mockId: 'b', date: '2026-10-08', outside: 4, self: 4 },
        { mockId: 'c', date: '2026-10-15', outside: null, self: 3 },
      ],
      latestOutside: 4,
      latestSelf: 3,
      change: 2,
      gap: 0,
    })
  })

  it('says nothing of a change with one rating, and of a gap without both', () => {
    const [trend] = principleTrends([mock('a', '2026-10-01', { ownership: [3, null] })], [])
    expect(trend).toMatchObject({ change: null, gap: null, latestSelf: null })
  })

  it('leaves out what was not rated, and begins with what was rated most', () => {
    const trends = principleTrends(
      [
        mock('a', '2026-10-01', {
          frugality: [null, null],
          ownership: [1, 1],
          'dive-deep': [1, 1],
        }),
        mock('b', '2026-10-02', { 'dive-deep': [1, 1], 'think-big': [1, 1] }),
      ],
      ['think-big', 'ownership'],
    )
    expect(trends.map(({ principle }) => principle)).toEqual([
      'dive-deep',
      'think-big',
      'ownership',
    ])
  })

  it('has every given rating exactly once, and no figure that nobody gave', () => {
    const rating = fc.option(fc.integer({ min: 1, max: 5 }))
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('x', 'y'), fc.integer({ min: 1, max: 28 }), rating, rating),
        ),
        (rows) => {
          const mocks = rows.map(([principle, day, outside, self], at) =>
            mock(String(at), `2026-02-${String(day).padStart(2, '0')}`, {
              [principle]: [outside, self],
            }),
          )
          const points = principleTrends(mocks, []).flatMap((trend) => trend.points)
          const given = (pick: (row: (typeof rows)[number]) => number | null) =>
            rows.flatMap((row) => pick(row) ?? []).toSorted(byValue)
          expect(points.flatMap(({ outside }) => outside ?? []).toSorted(byValue)).toEqual(
            given(([, , o]) => o),
          )
          expect(points.flatMap(({ self }) => self ?? []).toSorted(byValue)).toEqual(
            given(([, , , s]) => s),
          )
        },
      ),
    )
  })
})
