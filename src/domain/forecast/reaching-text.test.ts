import { expect, it } from 'vitest'
import { asStudyDay } from '../units.ts'
import type { Reaching } from './reaching.ts'
import { inTimeText, reachingText } from './reaching-text.ts'

const range: Reaching = {
  status: 'range',
  earliest: asStudyDay('2027-01-05'),
  likely: asStudyDay('2027-01-19'),
  latest: asStudyDay('2027-02-03'),
  inTime: 0.625,
}

it.each([
  [range, '5 Jan 2027 to 3 Feb 2027'],
  [{ ...range, latest: range.earliest }, '5 Jan 2027'],
  [{ ...range, status: 'open-ended', latest: null } as const, 'From 5 Jan 2027, late end open'],
  [{ ...range, status: 'not-converging' } as const, 'Not converging'],
])('when something is reached is said in words: %j', (reaching, text) => {
  expect(reachingText(reaching)).toBe(text)
})

it('the part of the courses that arrive in time is a percentage', () => {
  expect(inTimeText(range)).toBe('62.5 %')
  expect(inTimeText({ ...range, inTime: 1 })).toBe('100 %')
  expect(inTimeText({ ...range, inTime: null })).toBeNull()
})
