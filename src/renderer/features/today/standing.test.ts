import { describe, expect, it } from 'vitest'
import type { MilestoneRow, Pace, Status } from '#contract/plan.ts'
import { asStudyDay } from '#domain/units.ts'
import { nextMilestones, paceStanding, timeLeft, weeklyNeed } from './standing.ts'

const today = asStudyDay('2026-11-24')
const profile: Status['profile'] = {
  name: 'Ada',
  startDate: asStudyDay('2026-09-01'),
  interviewDate: asStudyDay('2026-12-15'),
  weeklyHours: 15,
}
const pace: Pace = {
  status: 'behind',
  rule: '',
  basis: 'interview-date',
  elapsedShare: 0.8,
  plannedHours: 285,
  plannedToDateHours: 228,
  actualHours: 200,
  countedHours: 200,
  differenceHours: -28,
  toleranceHours: 22.8,
  remainingHours: 85,
  daysLeft: 21,
  requiredWeeklyHours: 28.33,
  weeklyHours: 15,
  fits: false,
}

describe('timeLeft', () => {
  it('counts the days to the interview', () => {
    expect(timeLeft({ pace, profile, today })).toEqual({
      figure: '21 days',
      words: 'until 15 Dec 2026',
    })
    expect(timeLeft({ pace: { ...pace, daysLeft: 1 }, profile, today }).figure).toBe('1 day')
  })

  it('says what holds without a date, on the day, and after it', () => {
    const on = (interviewDate: Status['profile']['interviewDate'], daysLeft: number | null) =>
      timeLeft({ pace: { ...pace, daysLeft }, profile: { ...profile, interviewDate }, today })
    expect(on(null, null).figure).toBe('Open')
    expect(on(today, 0).figure).toBe('Today')
    expect(on(asStudyDay('2026-11-20'), 0).words).toBe('the interview was on 20 Nov 2026')
  })
})

describe('paceStanding', () => {
  it.each([
    ['behind', -28, '28.0 h', 'behind the plan'],
    ['ahead', 30, '30.0 h', 'ahead of the plan'],
    ['on-track', -2, '2.0 h', 'short of today’s mark'],
    ['on-track', 0, '0.0 h', 'past today’s mark'],
    ['no-data', 0, '0.0 h', 'logged so far'],
    ['over', 60, 'Done', 'all 285 h of the plan'],
  ] as const)('puts %s by %d h into words', (status, differenceHours, figure, words) => {
    expect(paceStanding({ ...pace, status, differenceHours }, profile.startDate)).toEqual({
      figure,
      words,
    })
  })
})

describe('weeklyNeed', () => {
  it('puts the hours that it takes beside those that are meant', () => {
    expect(weeklyNeed(pace)).toBe('28.3 h a week needed, 15 h meant')
  })

  it('is silent where no date is known', () => {
    expect(weeklyNeed({ ...pace, requiredWeeklyHours: null })).toBeNull()
  })
})

describe('nextMilestones', () => {
  const row = (id: string, progress: number | null): MilestoneRow => ({
    id,
    name: id,
    category: 'coding',
    unit: { one: 'problem', many: 'problems' },
    actual: 0,
    target: progress === null ? null : 10,
    max: null,
    approximate: false,
    open: false,
    progress,
    measure: 'counts',
    ownTarget: false,
    inPlaybook: true,
  })

  it('puts the nearest first and leaves out what is reached or has no target', () => {
    const rows = [row('a', 0.2), row('b', 1), row('c', 0.8), row('d', null), row('e', 0.2)]
    expect(nextMilestones(rows, 3).map(({ id }) => id)).toEqual(['c', 'a', 'e'])
  })
})
