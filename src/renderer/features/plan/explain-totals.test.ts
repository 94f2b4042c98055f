import { describe, expect, it } from 'vitest'
import type { Status } from '#contract/plan.ts'
import { explainActualTotal, explainDaysLeft, explainPlannedTotal } from './explain-totals.ts'

// Only what these explanations read.
const status = {
  today: '2026-11-24',
  profile: { interviewDate: '2026-12-15' },
  allocation: [
    { plannedHours: 100, actualHours: 54.25 },
    { plannedHours: 85, actualHours: 61.5 },
  ],
  pace: { plannedHours: 185, actualHours: 115.75, daysLeft: 21 },
} as unknown as Status

describe('the totals explain themselves', () => {
  it('with every part of the sum', () => {
    expect(explainPlannedTotal(status).numbers).toBe('100 + 85 = 185 h')
    expect(explainActualTotal(status).numbers).toBe('54.25 + 61.5 = 115.75 h')
  })

  it('with both ends of the time that is left', () => {
    expect(explainDaysLeft(status).numbers).toBe('24 Nov 2026 to 15 Dec 2026: 21 days')
    const open = { ...status, profile: { ...status.profile, interviewDate: null } }
    expect(explainDaysLeft(open).numbers).toBe('No interview date is set.')
  })
})
