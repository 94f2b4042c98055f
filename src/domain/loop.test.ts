import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServingStory } from './coverage.ts'
import { defaultRounds, simulateLoop, type LoopQuestion } from './loop.ts'

const story = (
  id: string,
  primaryPrinciple: string | null,
  secondaryPrinciples: string[] = [],
  status: ServingStory['status'] = 'ready',
): ServingStory => ({
  id,
  title: `Story ${id}`,
  status,
  primaryPrinciple,
  secondaryPrinciples,
})
const simulate = (stories: readonly ServingStory[], question: Partial<LoopQuestion>) =>
  simulateLoop(
    stories,
    { rounds: [], locks: [], exclude: [], tellableOnly: false, ...question },
    (id) => id.toUpperCase(),
  )
const rounds = [
  { name: 'One', principles: ['a', 'b'] },
  { name: 'Two', principles: ['a'] },
]
const answersOf = (plan: ReturnType<typeof simulate>) =>
  plan.slots.map(({ story: chosen }) => chosen?.id ?? null)

describe('the loop', () => {
  it('gives a story away where that answers more questions, also against its strength', () => {
    const plan = simulate([story('1', 'a', ['b']), story('2', 'a')], {
      rounds: [{ name: 'One', principles: ['a', 'b'] }],
    })
    expect(answersOf(plan)).toEqual(['2', '1'])
    expect(plan).toMatchObject({ answered: 2, strength: 1.28, spare: [] })
    expect(plan.second).toMatchObject({ answered: 1 })
  })

  it('says why a question has no story', () => {
    const plan = simulate([story('1', 'a')], { rounds })
    expect(plan.slots.map(({ why }) => why)).toEqual([
      null,
      'No story serves B.',
      'Every story that serves A is needed elsewhere: “Story 1” answers A in One.',
    ])
    const barred = simulate([story('1', 'a')], {
      rounds: [{ name: 'One', principles: ['a'] }],
      exclude: [{ round: 0, principle: null, story: '1' }],
    })
    expect(barred.slots[0]?.why).toBe(
      'The one story that serves A is excluded here or locked elsewhere.',
    )
  })

  it('keeps a lock even where that answers fewer, and names one that it cannot keep', () => {
    const stories = [story('1', 'a', ['b']), story('2', 'a')]
    const lock = { round: 1, principle: null, story: '1' }
    const plan = simulate(stories, {
      rounds,
      locks: [lock, { round: 0, principle: 'b', story: '2' }],
    })
    expect(plan.slots[2]).toMatchObject({ story: { id: '1' }, locked: true })
    expect(plan.unmet).toEqual([{ round: 0, principle: 'b', story: '2' }])
  })

  it('leaves drafts out where only what can be told counts, and retired ones always', () => {
    const stories = [story('1', 'a', [], 'draft'), story('2', 'a', [], 'retired')]
    const one = [{ name: 'One', principles: ['a'] }]
    expect(answersOf(simulate(stories, { rounds: one }))).toEqual(['1'])
    expect(answersOf(simulate(stories, { rounds: one, tellableOnly: true }))).toEqual([null])
  })

  it('names other stories, the strongest first, with what they are used for', () => {
    const plan = simulate([story('1', 'a'), story('2', 'b', ['a']), story('3', 'a', [], 'draft')], {
      rounds,
    })
    expect(plan.slots[0]?.alternatives.map(({ id, usedFor }) => [id, usedFor?.principle])).toEqual([
      ['3', 'a'],
      ['2', 'b'],
    ])
  })

  it('keeps locks, exclusions and reuse apart whatever is asked', () => {
    const ids = ['a', 'b', 'c']
    const anyStory = fc.record({
      primary: fc.constantFrom(null, ...ids),
      secondary: fc.subarray(ids),
      status: fc.constantFrom('draft', 'ready', 'retired'),
    })
    const wish = fc.record({
      round: fc.nat(2),
      principle: fc.constantFrom(null, ...ids),
      story: fc.nat(5).map(String),
    })
    fc.assert(
      fc.property(
        fc.array(anyStory, { maxLength: 6 }),
        fc.array(fc.subarray(ids, { minLength: 1 }), { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(wish, { maxLength: 2, selector: ({ story: id }) => id }),
        fc.array(wish, { maxLength: 3 }),
        (list, asked, locks, exclude) => {
          const stories = list.map(({ primary, secondary, status }, index) =>
            story(
              String(index),
              primary,
              secondary.filter((id) => id !== primary),
              status as ServingStory['status'],
            ),
          )
          const plan = simulate(stories, {
            rounds: asked.map((principles, index) => ({ name: `R${index}`, principles })),
            locks,
            exclude,
          })
          const used = answersOf(plan).filter((id) => id !== null)
          expect(new Set(used).size).toBe(used.length)
          expect(plan.answered).toBe(used.length)
          for (const { round, principle, story: chosen, why } of plan.slots) {
            expect(chosen === null).toBe(why !== null)
            if (!chosen) continue
            const source = stories.find(({ id }) => id === chosen.id)
            expect([source?.primaryPrinciple, ...(source?.secondaryPrinciples ?? [])]).toContain(
              principle,
            )
            expect(source?.status).not.toBe('retired')
            const here = (each: (typeof exclude)[number]) =>
              each.story === chosen.id &&
              each.round === round &&
              (each.principle === null || each.principle === principle)
            expect(exclude.some(here)).toBe(false)
            const own = locks.find(({ story: id }) => id === chosen.id)
            if (own) expect(here(own)).toBe(true)
          }
        },
      ),
    )
  })
})

describe('the suggested rounds', () => {
  it('ask about no principle twice', () => {
    const asked = defaultRounds.flatMap(({ principles }) => principles)
    expect(new Set(asked).size).toBe(asked.length)
  })
})
