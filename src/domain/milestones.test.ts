import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CountKind, Milestone } from '#contract/playbooks.ts'
import {
  type MilestoneFacts,
  milestoneRowOf,
  milestoneTargetLabel,
  targetLabel,
} from './milestones.ts'

function milestone(change: Partial<Milestone>): Milestone {
  return {
    id: 'design-problems',
    name: 'Design problems',
    category: 'system-design',
    unit: { one: 'design problem', many: 'design problems' },
    target: { min: 15, approximate: false, open: true },
    measure: { kind: 'counts', counts: ['design-problem'] },
    provenance: { source: 'Preparation priority' },
    ...change,
  }
}

function facts(change: Partial<MilestoneFacts> = {}): MilestoneFacts {
  return { counts: new Map(), ownTargets: new Map(), stated: new Map(), ...change }
}

describe('milestoneRowOf', () => {
  it('measures 6 design problems of 15+ as 0.4', () => {
    const row = milestoneRowOf(milestone({}), facts({ counts: new Map([['design-problem', 6]]) }))
    expect(row).toEqual({
      id: 'design-problems',
      name: 'Design problems',
      category: 'system-design',
      unit: { one: 'design problem', many: 'design problems' },
      actual: 6,
      target: 15,
      max: null,
      approximate: false,
      open: true,
      progress: 0.4,
      measure: 'counts',
      ownTarget: false,
      inPlaybook: true,
    })
  })

  it('adds up all the kinds that a milestone counts, and no others', () => {
    const coding = milestone({
      measure: { kind: 'counts', counts: ['coding-easy', 'coding-medium', 'coding-hard'] },
      target: { min: 200, approximate: false, open: true },
    })
    const counts = new Map<CountKind, number>([
      ['coding-easy', 20],
      ['coding-medium', 60],
      ['coding-hard', 10],
      ['paper', 5],
    ])
    expect(milestoneRowOf(coding, facts({ counts }))).toMatchObject({ actual: 90, progress: 0.45 })
  })

  it('is done at the lower end of a range and not more than done above the upper one', () => {
    const stories = milestone({
      target: { min: 10, max: 12, approximate: false, open: false },
      measure: { kind: 'stories' },
    })
    const progress = (n: number) =>
      milestoneRowOf(stories, facts({ stated: new Map([['design-problems', n]]) })).progress
    expect([9, 10, 12, 30].map(progress)).toEqual([0.9, 1, 1, 1])
  })

  it('puts an own target in the place of the whole figure of the playbook', () => {
    const range = milestone({ target: { min: 10, max: 12, approximate: true, open: true } })
    const row = milestoneRowOf(range, facts({ ownTargets: new Map([['design-problems', 20]]) }))
    expect(row).toMatchObject({ target: 20, max: null, approximate: false, open: false })
    expect(row).toMatchObject({ ownTarget: true, inPlaybook: true })
  })

  it('has no progress where nobody has set a target', () => {
    const row = milestoneRowOf(milestone({ target: null }), facts())
    expect(row).toMatchObject({ target: null, progress: null, ownTarget: false, inPlaybook: false })
    expect(milestoneTargetLabel(row)).toBeNull()
  })

  it('marks an own target as not in the playbook where the playbook has none', () => {
    const ownTargets = new Map([['design-problems', 8]])
    const row = milestoneRowOf(milestone({ target: null }), facts({ ownTargets }))
    expect(row).toMatchObject({ target: 8, progress: 0, ownTarget: true, inPlaybook: false })
  })

  it('takes stories and principles from the story bank, and from what was stated without one', () => {
    const stated = new Map([['design-problems', 4]])
    const stories = milestone({ measure: { kind: 'stories' } })
    const principles = milestone({ measure: { kind: 'principles' } })
    const derived = { stories: 7, principles: 11 }
    expect(milestoneRowOf(stories, facts({ stated })).actual).toBe(4)
    expect(milestoneRowOf(stories, facts({ stated, derived })).actual).toBe(7)
    expect(milestoneRowOf(principles, facts({ stated, derived })).actual).toBe(11)
  })

  it('does not let a stated number stand in for what sessions count', () => {
    const stated = new Map([['design-problems', 99]])
    expect(milestoneRowOf(milestone({}), facts({ stated })).actual).toBe(0)
  })

  it('keeps progress between 0 and 1, and never falling with more done', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 300 }), (n, more, min) => {
        const book = milestone({ target: { min, approximate: false, open: false } })
        const at = (count: number) =>
          milestoneRowOf(book, facts({ counts: new Map([['design-problem', count]]) })).progress ??
          -1
        expect(at(n)).toBeGreaterThanOrEqual(0)
        expect(at(n + more)).toBeLessThanOrEqual(1)
        expect(at(n + more)).toBeGreaterThanOrEqual(at(n))
        expect(at(n) === 1).toBe(n >= min)
      }),
    )
  })
})

describe('targetLabel', () => {
  it.each([
    [{ min: 15, open: true }, undefined, '15+'],
    [{ min: 10, max: 12 }, undefined, '10-12'],
    [{ min: 100, approximate: true }, 'h', '~100 h'],
    [{ min: 2, max: 3 }, undefined, '2-3'],
    [{ min: 16, max: null }, undefined, '16'],
    [{ min: 5, max: 5 }, undefined, '5'],
  ])('writes %j as %s %s', (target, unit, label) => {
    expect(targetLabel(target, unit)).toBe(label)
  })
})
