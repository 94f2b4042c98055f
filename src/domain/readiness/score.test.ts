import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadinessFacts } from './facts.ts'
import { anyDeed, anyFacts, anyRule, everything, nothing, rule } from './facts-under-test.ts'
import type { PartId } from './parts.ts'
import { READINESS_MEANING, readinessOf } from './score.ts'
import { MOST_POINTS_AT_ONCE, sessionCount, sessionHours } from './steps.ts'

const pointsOf = (facts: ReadinessFacts, part: PartId) =>
  readinessOf(facts, rule).parts.find(({ id }) => id === part)?.points

const bounds = fc.tuple(anyFacts, anyRule)
const deeds = bounds.chain(([facts, weights]) =>
  anyDeed(facts, weights).map((deed) => ({ facts, weights, ...deed })),
)

describe('readiness', () => {
  it('is 0 while nothing is recorded, and says of every part that it has no data', () => {
    const { score, parts } = readinessOf(nothing, rule)
    expect(score).toBe(0)
    expect(parts.every(({ hasData, points }) => !hasData && points === 0)).toBe(true)
  })

  it('is 100 when everything is done', () => {
    expect(readinessOf(everything, rule).score).toBe(100)
  })

  it('does not claim a chance of being hired, and says so', () => {
    expect(READINESS_MEANING).toContain('not a chance of being hired')
  })

  it('is between 0 and 100, and each part between 0 and its weight', () => {
    fc.assert(
      fc.property(bounds, ([facts, weights]) => {
        const { score, parts } = readinessOf(facts, weights)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100 + 1e-6)
        for (const { points, weight, hasData } of parts) {
          expect(points >= 0 && points <= weight + 1e-9).toBe(true)
          if (!hasData) expect(points).toBe(0)
        }
      }),
    )
  })

  it('is the sum of its parts, and each part the sum of its lines', () => {
    fc.assert(
      fc.property(bounds, ([facts, weights]) => {
        const { score, parts } = readinessOf(facts, weights)
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6)
        for (const { points, lines } of parts) {
          expect(lines.reduce((sum, line) => sum + line.points, 0)).toBeCloseTo(points, 5)
          for (const line of lines) expect(line.points).toBeLessThanOrEqual(line.of + 1e-6)
        }
      }),
    )
  })

  it('never falls by doing more of what is planned', () => {
    fc.assert(
      fc.property(deeds, ({ facts, weights, after }) => {
        expect(readinessOf(after, weights).score).toBeGreaterThanOrEqual(
          readinessOf(facts, weights).score - 1e-6,
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('moves by no more than five points at once, whatever the plan and the weights', () => {
    fc.assert(
      fc.property(deeds, ({ facts, weights, after }) => {
        const moved = readinessOf(after, weights).score - readinessOf(facts, weights).score
        expect(moved).toBeLessThanOrEqual(MOST_POINTS_AT_ONCE + 1e-6)
      }),
      { numRuns: 1000 },
    )
  })

  it('moves by no more than five points by one session with hours and counts together', () => {
    fc.assert(
      fc.property(anyFacts, anyRule, fc.nat(5), (facts, weights, index) => {
        const after = {
          ...facts,
          plan: facts.plan.map((row, at) =>
            at === index
              ? { ...row, hours: row.hours + sessionHours(weights.weights, row.plannedHours) }
              : row,
          ),
          milestones: facts.milestones.map((row) =>
            row.measure === 'counts'
              ? { ...row, actual: row.actual + sessionCount(weights.weights, row.target) }
              : row,
          ),
        }
        const moved = readinessOf(after, weights).score - readinessOf(facts, weights).score
        expect(moved).toBeLessThanOrEqual(MOST_POINTS_AT_ONCE + 1e-6)
      }),
    )
  })

  it('counts nothing twice: what is done moves the parts that look at it, and no other', () => {
    const looksAt: Readonly<Record<string, readonly PartId[]>> = {
      // The two say different things of the hours, how many and how even, and share one limit.
      hours: ['planProgress', 'allocation'],
      counts: ['milestones'],
      stated: ['milestones'],
      checklist: ['checklist'],
      story: ['storyCoverage'],
      // Rehearsals of a draft begin to count when it can be told.
      ready: ['storyCoverage', 'rehearsal'],
      rehearsal: ['rehearsal'],
      metric: ['metrics'],
      mock: ['mocks'],
    }
    fc.assert(
      fc.property(deeds, ({ facts, weights, kind, after }) => {
        const before = readinessOf(facts, weights).parts
        const moved = readinessOf(after, weights).parts.filter(
          ({ points }, index) => points !== before[index]?.points,
        )
        expect(looksAt[kind]).toEqual(expect.arrayContaining(moved.map(({ id }) => id)))
      }),
      { numRuns: 500 },
    )
  })

  it('is never above 40 by hours alone', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (weights, hours) => {
          const plan = nothing.plan.map((row, index) => ({ ...row, hours: hours[index] ?? 0 }))
          expect(readinessOf({ ...nothing, plan }, weights).score).toBeLessThanOrEqual(40 + 1e-6)
        },
      ),
    )
  })
})

describe('the parts', () => {
  it('count of each category no more than its budget', () => {
    const plan = nothing.plan.map((row, index) => ({ ...row, hours: index === 1 ? 500 : 0 }))
    expect(pointsOf({ ...nothing, plan }, 'planProgress')).toBeCloseTo((15 * 85) / 285)
    expect(pointsOf({ ...nothing, plan }, 'allocation')).toBe(0)
  })

  it('count only stories that can be told, and a principle not beyond what it needs', () => {
    const story = { id: 'a', title: 'A', isReady: true, principles: ['principle-0'], rehearsals: 1 }
    const one = pointsOf({ ...nothing, stories: [story] }, 'storyCoverage')
    expect(one).toBeCloseTo(15 / 16 / 2)
    const many = Array.from({ length: 5 }, (_, index) => ({ ...story, id: `${index}` }))
    expect(pointsOf({ ...nothing, stories: many }, 'storyCoverage')).toBeCloseTo(15 / 16)
    const draft = { ...nothing, stories: [{ ...story, isReady: false }] }
    expect([pointsOf(draft, 'storyCoverage'), pointsOf(draft, 'rehearsal')]).toEqual([0, 0])
    expect(pointsOf({ ...nothing, stories: [story] }, 'rehearsal')).toBeCloseTo(0.5)
  })

  it('count the two best results of each kind of mock interview', () => {
    const rated = (...overall: number[]) => ({
      ...nothing,
      mocks: overall.map((value) => ({ type: 'coding' as const, overall: value })),
    })
    expect(pointsOf(rated(4), 'mocks')).toBeCloseTo(1.25 * 0.75)
    expect(pointsOf(rated(4, 1, 1, 5), 'mocks')).toBeCloseTo(1.25 * 1.75)
  })
})
