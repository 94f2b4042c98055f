import { describe, expect, it } from 'vitest'
import { interviewPassed } from './interview-words.ts'
import { asStudyDay } from './units.ts'

const today = asStudyDay('2026-11-24')

describe('an interview date in the past', () => {
  it('is said from the day after it', () => {
    expect(interviewPassed(asStudyDay('2026-11-23'), today)).toBe(
      'The interview date has passed (23 Nov 2026). The whole plan counts as due.',
    )
  })

  it.each(['2026-11-24', '2026-11-25', null])('is not said of %s', (date) => {
    expect(interviewPassed(date === null ? null : asStudyDay(date), today)).toBeNull()
  })
})
