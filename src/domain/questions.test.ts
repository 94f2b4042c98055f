import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '#contract/questions.ts'
import { drillOrder, filteredQuestions } from './questions.ts'

const question = (id: string, part: Partial<Question> = {}): Question => ({
  id,
  text: `What about ${id}?`,
  kind: 'behavioural',
  principle: 'ownership',
  levels: ['L6', 'L7'],
  own: false,
  favourite: false,
  drilled: null,
  ...part,
})
const drilledAt = (lastAt: string) =>
  ({ drilled: { times: 1, lastAt: lastAt as never, lastRating: 3 } }) as const
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id)

describe('the filter of questions', () => {
  const all = [
    question('a', { own: true, levels: [], principle: null }),
    question('b', { levels: ['L7'], kind: 'strategy', principle: null }),
    question('c', { favourite: true, ...drilledAt('2026-10-01T10:00:00Z') }),
  ]
  it.each([
    [{}, ['a', 'b', 'c']],
    [{ level: 'L6' }, ['a', 'c']],
    [{ level: 'EM' }, ['a']],
    [{ principle: 'ownership' }, ['c']],
    [{ kind: 'strategy' }, ['b']],
    [{ show: 'own' }, ['a']],
    [{ show: 'favourite' }, ['c']],
    [{ show: 'new' }, ['a', 'b']],
    [{ show: 'practised' }, ['c']],
    [{ text: 'WHAT c?' }, ['c']],
  ] as const)('%j lets through %j', (filter, expected) => {
    expect(ids(filteredQuestions(all, filter))).toEqual(expected)
  })
})

describe('the order of a drill', () => {
  it('begins with what was never answered, then what was answered longest ago', () => {
    const questions = [
      question('late', drilledAt('2026-10-03T10:00:00Z')),
      question('never'),
      question('early', drilledAt('2026-10-01T10:00:00Z')),
    ]
    expect(ids(drillOrder(questions, 7))).toEqual(['never', 'early', 'late'])
  })

  it('is left to chance between equals, and the same for the same seed', () => {
    const questions = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => question(id))
    const orders = [1, 2, 3, 4, 5].map((seed) => ids(drillOrder(questions, seed)).join(''))
    expect(new Set(orders).size).toBeGreaterThan(3)
    expect(ids(drillOrder(questions, 1)).join('')).toBe(orders[0])
  })

  it('holds every question once, and never one before another that waits longer', () => {
    const moments = fc.constantFrom(null, '2026-10-01T10:00:00Z', '2026-10-02T10:00:00Z')
    fc.assert(
      fc.property(fc.array(moments), fc.integer(), (lasts, seed) => {
        const questions = lasts.map((last, at) =>
          question(String(at), last === null ? {} : drilledAt(last)),
        )
        const ordered = drillOrder(questions, seed)
        expect(ids(ordered).toSorted()).toEqual(ids(questions).toSorted())
        const last = ordered.map(({ drilled }) => drilled?.lastAt ?? '')
        expect(last).toEqual(last.toSorted())
      }),
    )
  })
})
