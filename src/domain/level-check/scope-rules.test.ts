import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryCheck } from '#contract/level-check.ts'
import { checked, levels } from './story-under-check.ts'

const placeOf = (check: StoryCheck, level: string, field: string) =>
  check.levels.find((each) => each.level === level)?.scope.find((row) => row.field === field)?.place

describe('the scope of a story beside L6 and L7', () => {
  it.each([
    ['peopleLed', 9, 'below', 'below'],
    ['peopleLed', 10, 'inside', 'below'],
    ['peopleLed', 25, 'inside', 'below'],
    ['peopleLed', 26, 'between', 'between'],
    ['peopleLed', 99, 'between', 'between'],
    ['peopleLed', 100, 'above', 'inside'],
    ['durationMonths', 2.9, 'below', 'below'],
    ['durationMonths', 3, 'inside', 'below'],
    ['durationMonths', 12, 'inside', 'inside'],
    ['durationMonths', 12.5, 'above', 'inside'],
    ['durationMonths', 36, 'above', 'inside'],
    ['durationMonths', 37, 'above', 'above'],
    ['budgetUsd', 99_999, 'below', 'below'],
    ['budgetUsd', 2_000_000, 'inside', 'inside'],
    ['budgetUsd', 2_000_001, 'above', 'inside'],
    ['teams', 5, 'above', 'not-stated'],
    ['highestStakeholder', 'director', 'inside', 'below'],
    ['highestStakeholder', 'vp', 'above', 'inside'],
    ['technologyLevel', 'platform', 'above', 'inside'],
    ['technologyLevel', 'galaxy', 'not-stated', 'not-stated'],
    ['peopleLed', null, 'not-stated', 'not-stated'],
    ['peopleAffected', 5, 'not-stated', 'not-stated'],
  ])('%s of %s is %s L6 and %s L7', (field, value, six, seven) => {
    const check = checked({ [field]: value })
    expect([placeOf(check, 'L6', field), placeOf(check, 'L7', field)]).toEqual([six, seven])
  })

  it('says where it would fit, quotes the figure and the source, and how to mend it', () => {
    const check = checked({ peopleLed: 12, level: 'L7' })
    expect(check.levels[1]).toMatchObject({ level: 'L7', isTarget: true })
    expect(check.levels[1]?.findings.find(({ field }) => field === 'peopleLed')).toEqual({
      rule: 'scope-people-led',
      name: 'People led beside L7',
      explanation: expect.stringContaining('both ends'),
      source: 'Comparison, team-scope',
      severity: 'clear',
      field: 'peopleLed',
      ranges: [],
      message:
        '12 people led: below L7 (100 or more engineers); that fits L6 (10 to 25 engineers).',
      figures: ['People led: 12 people led', 'L7: 100 or more engineers'],
      mend: 'Count everyone in your scope, not only those who reported to you directly; or keep the story for L6. Never borrow scope that you have not held.',
      dismissAs: 'scope-people-led-at-l7',
      dismissal: null,
    })
  })

  it('says of a figure between levels which ones', () => {
    expect(checked({ peopleLed: 40 }).levels[0]?.findings).toMatchObject([
      {
        severity: 'mild',
        message:
          '40 people led: between levels, past L6 (10 to 25 engineers) and short of L7 (100 or more engineers).',
      },
    ])
  })

  it('is dismissed for one level alone', () => {
    const dismissal = {
      rule: 'scope-people-led-at-l6',
      reason: 'A task force.',
      dismissedAt: '2026-10-01T10:00:00Z' as never,
    }
    const check = checked({ peopleLed: 3, dismissals: [dismissal] })
    const of = (level: number) =>
      check.levels[level]?.findings.find(({ field }) => field === 'peopleLed')?.dismissal
    expect([of(0), of(1)]).toEqual([dismissal, null])
  })

  it('has a finding exactly where a stated value is outside, whatever the value', () => {
    const value = fc.option(fc.double({ min: 0, max: 1e8, noNaN: true }))
    fc.assert(
      fc.property(value, value, value, (peopleLed, durationMonths, budgetUsd) => {
        const check = checked({ peopleLed, durationMonths, budgetUsd })
        for (const { scope, findings } of check.levels) {
          const outside = scope.filter(({ place }) => !['inside', 'not-stated'].includes(place))
          expect(findings.map(({ field }) => field).toSorted()).toEqual(
            outside.map(({ field }) => field).toSorted(),
          )
        }
      }),
    )
  })

  it('never calls a larger figure smaller', () => {
    const order = ['below', 'between', 'inside', 'above']
    // "between" lies above L6 and below L7, so it is compared on the level's own side.
    const rank = (place: string | undefined, level: string) =>
      place === 'between' ? (level === 'L6' ? 2.5 : 0.5) : order.indexOf(place ?? '')
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.constantFrom('L6', 'L7'), (a, more, level) => {
        const of = (peopleLed: number) =>
          rank(placeOf(checked({ peopleLed }), level, 'peopleLed'), level)
        expect(of(a)).toBeLessThanOrEqual(of(a + more))
      }),
    )
  })

  it('needs no levels at all', () => {
    expect(checked({}, [], { levels: [] }).levels).toEqual([])
    expect(levels).toHaveLength(2)
  })
})
