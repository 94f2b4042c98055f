import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellStrength, coverageOf, type ServingStory, type WantedPrinciple } from './coverage.ts'

const principle = (
  id: string,
  minStories: number,
  ownMinimum: number | null = null,
): WantedPrinciple => ({
  id,
  name: id.toUpperCase(),
  short: id.toUpperCase(),
  minStories,
  ownMinimum,
})
const story = (
  id: string,
  status: ServingStory['status'],
  primaryPrinciple: string | null,
  ...secondaryPrinciples: string[]
): ServingStory => ({
  id,
  title: `Story ${id}`,
  status,
  primaryPrinciple,
  secondaryPrinciples,
})

describe('the coverage of principles', () => {
  it('puts gaps first, then what is thin, then what waits for drafts', () => {
    const { rows, totals } = coverageOf(
      [
        story('1', 'ready', 'full'),
        story('2', 'draft', 'drafted'),
        story('3', 'ready', 'thin'),
        story('4', 'retired', 'gap'),
      ],
      [
        principle('full', 1),
        principle('drafted', 1),
        principle('thin', 2),
        principle('gap', 3),
        principle('unwanted', 5, 0),
      ],
    )
    expect(rows.map(({ principle: id, state, missing }) => [id, state, missing])).toEqual([
      ['gap', 'gap', 3],
      ['thin', 'thin', 1],
      ['drafted', 'drafts', 0],
      ['full', 'covered', 0],
      ['unwanted', 'covered', 0],
    ])
    expect(totals).toEqual({ wanted: 7, there: 3, covered: 3, principles: 5 })
  })

  it.each([
    ['primary', 'rehearsed', 1],
    ['primary', 'draft', 0.5],
    ['secondary', 'rehearsed', 0.6],
    ['secondary', 'ready', 0.48],
    ['primary', 'retired', 0],
  ] as const)('is for a %s principle of a %s story %d strong', (as, status, strength) => {
    expect(cellStrength(as, status)).toBe(strength)
  })

  it('says in words what hangs on one story', () => {
    const { single } = coverageOf(
      [story('1', 'draft', 'a', 'b', 'c'), story('2', 'ready', 'c')],
      [principle('a', 2), principle('b', 1), principle('c', 1), principle('d', 0)],
    )
    expect(single).toEqual([
      {
        story: '1',
        title: 'Story 1',
        principles: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
        message: 'Without “Story 1”, A and B have nothing.',
      },
    ])
  })

  it('loses exactly the named principles when a single point goes', () => {
    const ids = ['a', 'b', 'c', 'd']
    const anyStory = fc.record({
      status: fc.constantFrom('draft', 'ready', 'rehearsed', 'retired'),
      primaryPrinciple: fc.constantFrom(null, ...ids),
      secondaryPrinciples: fc.subarray(ids),
    })
    fc.assert(
      fc.property(fc.array(anyStory, { maxLength: 8 }), (list) => {
        const stories = list.map((each, index) => ({
          ...each,
          id: String(index),
          title: '',
          secondaryPrinciples: each.secondaryPrinciples.filter(
            (id) => id !== each.primaryPrinciple,
          ),
        })) as ServingStory[]
        const principles = ids.map((id) => principle(id, 1))
        const whole = coverageOf(stories, principles)
        const empty = (rows: typeof whole.rows) =>
          rows
            .filter(({ stories: n }) => n === 0)
            .map(({ principle: id }) => id)
            .toSorted()
        for (const { id, status } of stories) {
          if (status === 'retired') continue
          const without = coverageOf(
            stories.filter((each) => each.id !== id),
            principles,
          )
          const lost = empty(without.rows).filter((each) => !empty(whole.rows).includes(each))
          const named =
            whole.single.find((point) => point.story === id)?.principles.map((each) => each.id) ??
            []
          expect(lost).toEqual(named.toSorted())
        }
        expect(whole.totals.there).toBeLessThanOrEqual(whole.totals.wanted)
      }),
    )
  })
})
