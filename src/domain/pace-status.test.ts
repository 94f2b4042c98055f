import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PaceFacts, statusOf, toleranceOf } from './pace-status.ts'

const facts = (change: Partial<PaceFacts>): PaceFacts => ({
  hours: 0,
  plannedHours: 100,
  plannedToDateHours: 50,
  isStarted: true,
  isAnythingLogged: true,
  ...change,
})

describe('toleranceOf', () => {
  it.each([
    [0, 1],
    [9, 1],
    [10, 1],
    [10.5, 1.05],
    [228, 22.8],
  ])('is, of %f h due, %f h', (due, tolerance) => {
    expect(toleranceOf(due)).toBe(tolerance)
  })
})

describe('statusOf', () => {
  it.each([
    ['far below', 0, 'behind'],
    ['just below the limit', 44.99, 'behind'],
    ['on the lower limit', 45, 'on-track'],
    ['as planned', 50, 'on-track'],
    ['on the upper limit', 55, 'on-track'],
    ['just above the limit', 55.01, 'ahead'],
    ['the whole budget early', 100, 'ahead'],
    ['more than the whole budget', 100.01, 'over'],
  ] as const)('of 50 h due of 100 h, %s, is right', (_, hours, status) => {
    expect(statusOf(facts({ hours }))).toBe(status)
  })

  it('meets a limit exactly, in spite of binary fractions', () => {
    // 0.57 x 100 is 56.99999999999999; 10 % below is 51.3.
    const due = 0.57 * 100
    expect(statusOf(facts({ plannedToDateHours: due, hours: 51.3 }))).toBe('on-track')
    expect(statusOf(facts({ plannedToDateHours: due, hours: 62.7 }))).toBe('on-track')
  })

  it('is not started before the start, whatever was logged early, unless the budget is used up', () => {
    const early = { isStarted: false, plannedToDateHours: 0 }
    expect(statusOf(facts({ ...early, hours: 0, isAnythingLogged: false }))).toBe('not-started')
    expect(statusOf(facts({ ...early, hours: 60 }))).toBe('not-started')
    expect(statusOf(facts({ ...early, hours: 101 }))).toBe('over')
  })

  it('says no data while nothing is logged and next to nothing is due, and then behind', () => {
    const nothing = (due: number) =>
      statusOf(facts({ plannedToDateHours: due, isAnythingLogged: false }))
    expect([0, 0.5, 1, 1.01, 80].map(nothing)).toEqual([
      'no-data',
      'no-data',
      'no-data',
      'behind',
      'behind',
    ])
  })

  it('does not say no data for one empty category among others', () => {
    expect(statusOf(facts({ plannedToDateHours: 0.5 }))).toBe('on-track')
    expect(statusOf(facts({ plannedToDateHours: 5 }))).toBe('behind')
  })

  it('never gets worse with more hours', () => {
    const order = ['no-data', 'behind', 'on-track', 'ahead', 'over']
    const hours = fc.double({ min: 0, max: 200, noNaN: true })
    fc.assert(
      fc.property(hours, hours, hours, (a, more, due) => {
        const rank = (h: number) =>
          order.indexOf(statusOf(facts({ hours: h, plannedHours: 200, plannedToDateHours: due })))
        expect(rank(a + more)).toBeGreaterThanOrEqual(rank(a))
      }),
    )
  })
})
