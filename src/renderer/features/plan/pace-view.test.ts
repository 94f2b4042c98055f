import { describe, expect, it } from 'vitest'
import type { Pace, Status } from '#contract/plan.ts'
import { paceOf } from '#domain/pace.ts'
import { asStudyDay } from '#domain/units.ts'
import {
  daysLeftText,
  paceHeadline,
  ruleWithoutStatus,
  statusTone,
  weeklyNeedOf,
} from './pace-view.ts'

function stateOf(
  actual: number,
  {
    start = '2026-09-01',
    interview = '2026-12-15',
    weekly = 15,
    today = '2026-11-24',
  }: { start?: string; interview?: string | null; weekly?: number; today?: string } = {},
) {
  const profile = {
    name: 'Ada',
    startDate: asStudyDay(start),
    interviewDate: interview === null ? null : asStudyDay(interview),
    weeklyHours: weekly,
  }
  const day = asStudyDay(today)
  const pace: Pace = paceOf([{ plannedHours: 285, actualHours: actual }], {
    ...profile,
    today: day,
  })
  // Only what these views read.
  return { pace, profile, today: day } as Status
}

describe('the headline', () => {
  it('names the difference and its direction', () => {
    expect(paceHeadline(stateOf(100))).toBe('128.0 h behind the plan')
    expect(paceHeadline(stateOf(270))).toBe('42.0 h ahead of the plan')
    expect(paceHeadline(stateOf(230))).toBe('2.0 h past today’s mark')
    expect(paceHeadline(stateOf(228))).toBe('Exactly to plan')
  })

  it('never shows what has not begun or is not logged as failure', () => {
    const early = stateOf(0, { today: '2026-09-01' })
    expect(paceHeadline(early)).toBe('Nothing logged yet')
    expect(statusTone(early.pace.status)).toBe('neutral')
    const before = stateOf(0, { today: '2026-08-20' })
    expect(paceHeadline(before)).toBe('The plan starts on 1 Sep 2026')
    expect(statusTone(before.pace.status)).toBe('neutral')
  })

  it('stands before the rule without saying the status twice', () => {
    const { pace } = stateOf(100)
    expect(pace.rule).toMatch(/^Behind: /)
    expect(ruleWithoutStatus(pace)).toMatch(/^228\.0 h of 285\.0 h are due by today/)
  })
})

describe('the weekly need', () => {
  it('says plainly when the weekly hours do not reach', () => {
    const need = weeklyNeedOf(stateOf(100))
    expect(need.figure).toBe('61.7 h')
    expect(need.warning).toContain('46.7 h more than the 15 h that you mean to study')
  })

  it('says that a week has no such hours', () => {
    expect(weeklyNeedOf(stateOf(0, { today: '2026-12-10' })).warning).toContain(
      'A week has 168 hours',
    )
  })

  it('does not warn when it fits', () => {
    expect(weeklyNeedOf(stateOf(250)).warning).toBeNull()
  })

  it('asks for a date instead of guessing one', () => {
    const need = weeklyNeedOf(stateOf(10, { interview: null }))
    expect(need.detail).toBe('needs an interview date')
    expect(need.warning).toBeNull()
  })

  it('says what is left on the day itself', () => {
    expect(weeklyNeedOf(stateOf(100, { today: '2026-12-15' })).warning).toContain(
      'No days are left for the 185.0 h',
    )
    expect(weeklyNeedOf(stateOf(285, { today: '2026-12-15' })).warning).toBeNull()
  })
})

describe('the time left', () => {
  it('counts days, and names the day and what is past', () => {
    expect(daysLeftText(stateOf(0))).toEqual({ figure: '21 days', detail: 'until 15 Dec 2026' })
    expect(daysLeftText(stateOf(0, { today: '2026-12-14' })).figure).toBe('1 day')
    expect(daysLeftText(stateOf(0, { today: '2026-12-15' })).figure).toBe('Today')
    expect(daysLeftText(stateOf(0, { today: '2026-12-20' })).detail).toContain('was 15 Dec 2026')
    expect(daysLeftText(stateOf(0, { interview: null })).detail).toBe('no interview date set')
  })
})
