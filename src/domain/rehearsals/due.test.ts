import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StudyDay } from '#contract/units.ts'
import { addDays, isBefore } from '../days.ts'
import { rehearsalCategory } from './category.ts'
import { dueDay, dueList, type Rehearsed } from './due.ts'

const day = (text: string) => text as StudyDay
const today = day('2026-11-24')

function story(id: string, changes: Partial<Rehearsed> = {}): Rehearsed {
  return {
    story: { id, title: id, status: 'ready' },
    createdAt: '2026-10-01T10:00:00Z',
    rehearsals: 0,
    last: null,
    ...changes,
  }
}

const last = (on: string, intervalDays: number, rating: number | null = 3) => ({
  rehearsals: 1,
  last: { day: day(on), rating, intervalDays },
})

describe('the day of the next rehearsal', () => {
  it.each([
    ['2026-11-20', 8, null, '2026-11-28', false],
    ['2026-11-20', 8, '2026-12-20', '2026-11-28', false],
    // The interview comes first: the day before it.
    ['2026-11-20', 30, '2026-12-01', '2026-11-30', true],
    // Rehearsed the day before: once more on the day itself.
    ['2026-11-30', 30, '2026-12-01', '2026-12-01', true],
    // Rehearsed on the day or after: as if there were none.
    ['2026-12-01', 30, '2026-12-01', '2026-12-31', false],
    ['2026-11-20', 0, null, '2026-11-21', false],
  ])('%s + %d days, interview %s: %s', (on, intervalDays, interview, dueOn, broughtForward) => {
    expect(
      dueDay({ day: day(on), intervalDays }, interview === null ? null : day(interview)),
    ).toEqual({ dueOn, broughtForward })
  })

  it('never lies on the last day or before it, nor past an interview to come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (intervalDays, left) => {
          const interview = addDays(today, left)
          const { dueOn } = dueDay({ day: today, intervalDays }, interview)
          expect(isBefore(today, dueOn)).toBe(true)
          expect(isBefore(interview, dueOn)).toBe(false)
        },
      ),
    )
  })
})

describe('the due list', () => {
  it('puts what was never rehearsed first, then what waits longest, then what comes', () => {
    const list = dueList(
      [
        story('later', last('2026-11-23', 8)),
        story('today', last('2026-11-23', 1, 2)),
        story('overdue', last('2026-11-10', 3)),
        story('only by name', { story: { id: 'only by name', title: '', status: 'rehearsed' } }),
        story('today, worse', last('2026-11-23', 1, 1)),
        story('never', { createdAt: '2026-10-02T10:00:00Z' }),
        story('never, older'),
      ],
      today,
      null,
    )
    expect(list.map((due) => [due.story.id, due.state])).toEqual([
      ['never, older', 'never'],
      ['never', 'never'],
      ['only by name', 'never'],
      ['overdue', 'due'],
      ['today, worse', 'due'],
      ['today', 'due'],
      ['later', 'later'],
    ])
  })

  it.each([
    [last('2026-11-10', 3), null, 'Rehearsed 14 days ago, rated 3 of 5: due for 11 days.'],
    [last('2026-11-23', 1, null), null, 'Rehearsed yesterday, not rated: due today.'],
    [last('2026-11-24', 1), null, 'Rehearsed today, rated 3 of 5: due tomorrow.'],
    [last('2026-11-21', 2), null, 'Rehearsed 3 days ago, rated 3 of 5: due since yesterday.'],
    [
      last('2026-11-20', 30, 5),
      '2026-11-27',
      'Rehearsed 4 days ago, rated 5 of 5: due in 2 days, brought forward so that it comes before the interview.',
    ],
    // An interview that is past brings nothing forward.
    [
      last('2026-11-20', 30, 5),
      '2026-11-22',
      'Rehearsed 4 days ago, rated 5 of 5: due in 26 days.',
    ],
    [{}, null, 'Ready, and never rehearsed.'],
  ])('says why: %j', (changes, interview, reason) => {
    const [due] = dueList([story('a', changes)], today, interview === null ? null : day(interview))
    expect(due?.reason).toBe(reason)
  })

  it('does not depend on the order in which it is given the stories', () => {
    const one = fc.record({
      id: fc.uuid(),
      on: fc.option(fc.integer({ min: -30, max: 0 }), { nil: null }),
      interval: fc.integer({ min: 1, max: 30 }),
      rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (given, chance) => {
          const stories = given.map(({ id, on, interval, rating }) =>
            story(id, on === null ? {} : last(addDays(today, on), interval, rating)),
          )
          const shuffled = stories
            .map((item) => ({ item, at: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ item }) => item)
          expect(dueList(shuffled, today, null)).toEqual(dueList(stories, today, null))
        },
      ),
    )
  })
})

describe('the category of a rehearsal', () => {
  it.each([
    [['system-design', 'coding', 'stories', 'deep-dives'], 'stories'],
    [['strategic-thinking', 'architecture', 'org-leadership', 'credibility'], 'org-leadership'],
    [['own-thing', 'other'], 'own-thing'],
    [[], null],
  ])('of %j is %s', (slugs, category) => expect(rehearsalCategory(slugs)).toBe(category))
})
