import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AllocationRow, MilestoneRow } from '#contract/plan.ts'
import { allocationDistanceOf, allocationOf } from './allocation.ts'
import { budgetOf } from './budget.ts'
import {
  explainActualHours,
  explainActualShare,
  explainAllocationDistance,
  explainDrift,
  explainMilestone,
  explainPlannedHours,
  explainPlannedShare,
  explainRemainingHours,
} from './explain.ts'
import { asSeconds, asShare } from './units.ts'

const about = (min: number) => ({ min, approximate: true, open: false })
const plan = budgetOf(
  [
    { slug: 'system-design', name: 'System design', share: 35, hours: about(100) },
    { slug: 'coding', name: 'Coding practice', share: 30, hours: about(85) },
    { slug: 'stories', name: 'Behavioral stories', share: 25, hours: about(70) },
    { slug: 'deep-dives', name: 'Deep dives', share: 10, hours: about(30) },
  ],
  new Map(),
)

function rowsOf(...hours: number[]): AllocationRow[] {
  const logged = hours.map((value, index) => ({
    category: plan[index]?.slug ?? '',
    seconds: asSeconds(Math.round(value * 3600)),
    sessions: 3,
  }))
  return allocationOf(plan, logged, {
    basis: 'interview-date',
    share: asShare(0.8),
    isStarted: true,
    days: 84,
    daysInAll: 105,
  })
}

/** The row of system design when the hours are 42.5, 70, 20 and 28, 160.5 in all. */
const rows = rowsOf(42.5, 70, 20, 28)
const empty = rowsOf(0, 0, 0, 0)
const first = (list: readonly AllocationRow[]) => {
  const [row] = list
  if (row === undefined) throw new Error('no row')
  return row
}

describe('explanations of the allocation', () => {
  it('names the source and the reading of a planned share', () => {
    const provenance = { source: 'Preparation plan', reading: 'The percentages are taken as set.' }
    expect(explainPlannedShare(first(rows), provenance)).toEqual({
      formula: "The playbook's share of study time for this category.",
      numbers: 'System design: 35 % of the plan',
      source: 'Playbook target, from "Preparation plan". The percentages are taken as set.',
    })
    expect(explainPlannedShare(first(rows))).not.toHaveProperty('source')
  })

  it('puts the numbers into the actual share and the drift', () => {
    expect(explainActualShare(first(rows), rows).numbers).toBe('42.5 h / 160.5 h = 26.5 %')
    expect(explainDrift(first(rows)).numbers).toBe('26.48 % − 35 % = −8.5 points')
  })

  it('adds up the drifts of the distance without their signs', () => {
    const distance = allocationDistanceOf(rows)
    expect(explainAllocationDistance(rows, distance).numbers).toBe(
      '(8.52 + 13.61 + 12.54 + 7.45) / 2 = 21.06',
    )
  })

  it('says that nothing is logged rather than dividing by 0', () => {
    for (const { numbers } of [
      explainActualShare(first(empty), empty),
      explainDrift(first(empty)),
      explainAllocationDistance(empty, null),
    ])
      expect(numbers).toBe('Nothing is logged yet.')
  })

  it("tells the playbook's hours from the person's own", () => {
    const provenance = { source: 'Preparation plan' }
    expect(explainPlannedHours(first(rows), about(100), provenance)).toEqual({
      formula: 'The hour budget of the playbook for this category.',
      numbers: 'System design: ~100 h',
      source: 'Playbook target, from "Preparation plan".',
    })
    expect(explainPlannedHours({ ...first(rows), plannedHours: 80 }, about(100))).toEqual({
      formula: 'Your own hour budget for this category.',
      numbers: "System design: 80 h in place of the playbook's ~100 h",
    })
    expect(explainPlannedHours(first(rows)).numbers).toBe('System design: 100 h')
  })

  it('explains the hours logged and left', () => {
    expect(explainActualHours(first(rows)).numbers).toBe('3 sessions: 42.5 h')
    expect(explainActualHours({ ...first(rows), sessions: 1 }).numbers).toBe('1 session: 42.5 h')
    expect(explainRemainingHours(first(rows)).numbers).toBe('100 h − 42.5 h = 57.5 h')
    expect(explainRemainingHours(first(rowsOf(104.25))).numbers).toBe(
      '100 h − 104.25 h is below 0, so 0 h are left',
    )
  })

  it('shows arithmetic that comes out, to what rounding leaves', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(hours, (quarters) => {
        const all = rowsOf(...quarters.map((n) => n / 4))
        fc.pre(quarters.some((n) => n > 0))
        for (const row of all) {
          const [part = 0, whole = 0, percent = 0] = numbersIn(explainActualShare(row, all).numbers)
          expect(Math.abs((part / whole) * 100 - percent)).toBeLessThan(0.06)
          const [actual = 0, planned = 0, drift = 0] = numbersIn(explainDrift(row).numbers)
          expect(Math.abs(actual - planned - drift)).toBeLessThan(0.07)
        }
        const figures = numbersIn(explainAllocationDistance(all, allocationDistanceOf(all)).numbers)
        const sum = figures.slice(0, 4).reduce((total, value) => total + value, 0)
        expect(Math.abs(sum / 2 - (figures.at(-1) ?? 0))).toBeLessThan(0.03)
      }),
    )
  })
})

/** The numbers of a text in their order, with the sign that stands directly before them. */
function numbersIn(text: string): number[] {
  return [...text.replaceAll(',', '').matchAll(/[−+]?\d+(\.\d+)?/g)].map(([number]) =>
    Number(number.replace('−', '-')),
  )
}

describe('explainMilestone', () => {
  const row: MilestoneRow = {
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
  }

  it('puts the numbers in', () => {
    expect(explainMilestone(row, { source: 'Preparation plan' })).toEqual({
      formula:
        'Number so far (counted in your sessions) / the least that reaches the target, 100 % at most.',
      numbers: '6 design problems, playbook target 15+: 6 / 15 = 40 %',
      source: 'Playbook target, from "Preparation plan".',
    })
  })

  it('does not hide what is beyond the target', () => {
    expect(explainMilestone({ ...row, actual: 30, progress: 1 }).numbers).toBe(
      '30 design problems, playbook target 15+: 30 / 15 = 200 %, shown as 100 %',
    )
  })

  it('tells an own target and a level without one', () => {
    const own = { ...row, target: 8, open: false, ownTarget: true, inPlaybook: false }
    expect(explainMilestone(own)).toMatchObject({
      numbers: '6 design problems, your own target 8: 6 / 8 = 75 %',
      source: 'Not in the playbook at this level.',
    })
    const none = { ...row, actual: 1, target: null, progress: null, inPlaybook: false }
    expect(explainMilestone(none).numbers).toBe('1 design problem; no target is set')
  })
})
