import { describe, expect, it } from 'vitest'
import type { AllocationRow } from '#contract/plan.ts'
import { axisLabel, chartRowsOf, wrapLabel } from './chart-rows.ts'

const row: AllocationRow = {
  category: 'system-design',
  name: 'System design',
  plannedShare: 0.35,
  actualShare: 0.4,
  driftPoints: 5,
  plannedHours: 100,
  actualHours: 60,
  plannedToDateHours: 75,
  remainingHours: 40,
  sessions: 30,
  status: 'behind',
}
const empty: AllocationRow = { ...row, actualShare: 0, driftPoints: null, actualHours: 0 }

describe('chartRowsOf', () => {
  it('measures shares in percent and hours in hours', () => {
    expect(chartRowsOf([row], 'shares')[0]).toMatchObject({ planned: 35, actual: 40, toDate: null })
    expect(chartRowsOf([row], 'hours')[0]).toMatchObject({ planned: 100, actual: 60, toDate: 75 })
  })

  it('draws no bar for what is not logged yet, rather than one of nothing', () => {
    expect(chartRowsOf([empty], 'shares')[0]?.actual).toBeNull()
    expect(chartRowsOf([empty], 'hours')[0]?.actual).toBeNull()
    // Once anything is logged, a category without hours is a true zero.
    expect(
      chartRowsOf([row, { ...row, actualShare: 0, driftPoints: -35 }], 'shares')[1]?.actual,
    ).toBe(0)
  })

  it('says both figures in full', () => {
    expect(chartRowsOf([row], 'shares')[0]).toMatchObject({
      plannedText: ['35.0 % planned'],
      actualText: ['40.0 % actual'],
    })
    expect(chartRowsOf([row], 'hours')[0]?.plannedText).toEqual([
      '100.0 h planned',
      '75.0 h of them by today',
    ])
  })
})

describe('axisLabel', () => {
  it('carries the unit and no needless decimals', () => {
    expect(axisLabel(20, 'shares')).toBe('20 %')
    expect(axisLabel(2.5, 'hours')).toBe('2.5 h')
    expect(axisLabel(1200, 'hours')).toBe('1,200 h')
  })
})

describe('wrapLabel', () => {
  it('breaks at spaces and keeps what fits', () => {
    expect(wrapLabel('Technical deep dives', 15, 2)).toEqual(['Technical deep', 'dives'])
    expect(wrapLabel('Coding', 15, 2)).toEqual(['Coding'])
  })

  it('marks what it leaves out and never exceeds a line', () => {
    const wrapped = wrapLabel(
      'Everything that has ever been asked about the running of large systems',
      15,
      2,
    )
    expect(wrapped).toHaveLength(2)
    expect(wrapped.at(-1)).toMatch(/…$/)
    expect(Math.max(...wrapped.map((line) => line.length))).toBeLessThanOrEqual(15)
  })

  it('cuts a single word that is longer than a line', () => {
    expect(wrapLabel('a'.repeat(100), 15, 2)).toEqual([`${'a'.repeat(14)}…`])
  })
})
