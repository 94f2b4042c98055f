import { describe, expect, it } from 'vitest'
import { planFit } from './plan-fit.ts'
import {
  isSameProfile,
  problemsOf,
  numberOf,
  profileInputOf,
  type ProfileDraft,
} from './profile-draft.ts'

const draft: ProfileDraft = {
  name: 'Ada',
  level: 'L6',
  startDate: '2026-10-20',
  interviewDate: '2026-12-15',
  interviewUnknown: false,
  weeklyHours: '15',
}
const plan = { level: 'L6', hours: 285 }

describe('planFit', () => {
  it('says what the plan takes a week and how far the hours meant go', () => {
    // 56 days are 8 weeks; 285 h / 8 = 35.6 h; 15 h x 8 = 120 h = 42 % of 285 h.
    expect(planFit(draft, plan)).toContain('Over 8.0 weeks that is 35.6 h a week.')
    expect(planFit(draft, plan)).toContain('you reach 120.0 h, 42 % of it')
  })

  it('says so when the hours are enough', () => {
    expect(planFit({ ...draft, weeklyHours: '36' }, plan)).toMatch(/Your hours are enough\.$/)
  })

  it('gives the end of the plan while the interview date is not known', () => {
    // 285 h / 15 h = 19 weeks = 133 days after 20 October.
    expect(planFit({ ...draft, interviewUnknown: true }, plan)).toBe(
      'The L6 plan has 285 h. At 15 h a week it takes 19.0 weeks, until 2 Mar 2027.',
    )
  })

  it('does not draw to infinity', () => {
    const slow = { ...draft, interviewUnknown: true, weeklyHours: '0.1' }
    expect(planFit(slow, plan)).toContain('more than ten years')
  })

  it('is silent where the dates cannot be read or lie the wrong way round', () => {
    expect(planFit({ ...draft, startDate: '' }, plan)).toBeNull()
    expect(planFit({ ...draft, interviewDate: '2026-10-20' }, plan)).toBeNull()
  })
})

describe('the profile as it is typed', () => {
  it('reads hours with a point or a comma, and leaves what is no number to the engine', () => {
    expect(numberOf(' 7,5 ')).toBe(7.5)
    expect(numberOf('')).toBeNaN()
    expect(numberOf('ten')).toBeNaN()
  })

  it('sends no interview date while it is not known, without forgetting what was typed', () => {
    expect(profileInputOf({ ...draft, interviewUnknown: true }).interviewDate).toBeNull()
    expect(profileInputOf(draft).interviewDate).toBe('2026-12-15')
  })

  it('asks for a date that is neither given nor said to be unknown', () => {
    const fields = (change: Partial<ProfileDraft>) =>
      problemsOf({ ...draft, ...change }).map(({ field }) => field)
    expect(fields({ interviewDate: '' })).toEqual(['interviewDate'])
    expect(fields({ interviewDate: '', interviewUnknown: true })).toEqual([])
    expect(fields({ startDate: '', weeklyHours: 'ten' })).toEqual(['startDate', 'weeklyHours'])
  })

  it('takes a forgotten date for no change while the date is unknown', () => {
    const unknown = { ...draft, interviewUnknown: true }
    expect(isSameProfile(unknown, { ...unknown, interviewDate: '' })).toBe(true)
    expect(isSameProfile(unknown, draft)).toBe(false)
  })
})
