import type { ReadinessRule } from '#contract/readiness-weights.ts'
import { withoutNoise } from '../units.ts'
import type { ReadinessFacts } from './facts.ts'
import { type PartId, type PartScore, partRules } from './parts.ts'

/** The parts in the order of the waterfall: preparation first, then what was shown at work. */
export const partIds: readonly PartId[] = [
  'planProgress',
  'allocation',
  'milestones',
  'storyCoverage',
  'rehearsal',
  'mocks',
  'checklist',
  'metrics',
]

export type ScoredPart = PartScore & Readonly<{ id: PartId; weight: number }>

export type ReadinessScore = Readonly<{ score: number; parts: readonly ScoredPart[] }>

/**
 * Readiness, 0 to 100: the sum of the points of its parts, each between 0 and its weight. A pure function of what is
 * recorded: the day plays no part in it, so it never falls by waiting.
 */
export function readinessOf(facts: ReadinessFacts, rule: ReadinessRule): ReadinessScore {
  const parts = partIds.map((id) => {
    const weight = rule.weights[id]
    const { points, hasData, lines } = partRules[id](facts, weight, rule)
    return {
      id,
      weight,
      hasData,
      // Sums of fractions may be a hair above the weight.
      points: withoutNoise(Math.min(weight, points)),
      lines: lines.map((line) => ({
        ...line,
        points: withoutNoise(line.points),
        of: withoutNoise(line.of),
      })),
    }
  })
  return { score: withoutNoise(parts.reduce((sum, { points }) => sum + points, 0)), parts }
}

/** What the score is and is not. Stands wherever it is shown. */
export const READINESS_MEANING =
  'A sum of what you have done and recorded for this level. It is not a chance of being hired, and no such scheme has been validated: every weight is in the playbook and can be changed.'

const PART_NAMES: Readonly<Record<PartId, string>> = {
  planProgress: 'Plan progress',
  allocation: 'Allocation',
  milestones: 'Milestones',
  checklist: 'Checklist with evidence',
  storyCoverage: 'Story coverage',
  rehearsal: 'Rehearsal',
  metrics: 'Success metrics',
  mocks: 'Mock results',
}

export function partName(id: PartId): string {
  return PART_NAMES[id]
}

const PART_RULES: Readonly<Record<PartId, string>> = {
  planProgress:
    'Hours logged / hours planned. Of each category no more than its budget counts, and one session counts for a limited part of its category.',
  allocation:
    'Every two categories of the plan are compared, and the progress of the one further behind counts, weighted by their hours. Full when every category is full.',
  milestones:
    'Each milestone with a target counts the same. Stories, principles and mock interviews are left to the parts of their own.',
  checklist:
    'Each item counts by the weight of its area in the formula, times its worth: its state and what proves it.',
  storyCoverage:
    'For each principle, ready stories that serve it / stories needed, two at least. Drafts do not count.',
  rehearsal: 'Ready stories told aloud: once 50 %, twice 75 %, three times 100 %.',
  metrics: 'Each success indicator counts the same: met 100 %, close 50 %.',
  mocks:
    'The two best results of each kind of mock interview: strong hire 100 %, hire 75 %, mixed 50 %, no hire 25 %. Only the interviewer’s rating counts.',
}

/** The rule of a part in words, for the (i). */
export function partRule(id: PartId): string {
  return PART_RULES[id]
}

const NO_DATA: Readonly<Record<PartId, string>> = {
  planProgress: 'No hours are logged in this plan.',
  allocation: 'No hours are logged in this plan.',
  milestones: 'Nothing is counted towards a milestone with a target.',
  checklist: 'Every item is still open.',
  storyCoverage: 'The story bank is empty.',
  rehearsal: 'No ready story has been rehearsed.',
  metrics: 'No indicator has a value.',
  mocks: 'No mock interview has been rated by an interviewer.',
}

/** Why a part has no data. */
export function noDataText(id: PartId): string {
  return NO_DATA[id]
}

/** The dashboard that a part belongs to: getting ready, or what was shown at work. The two are kept apart. */
export function dashboardOf(id: PartId): 'preparation' | 'career' {
  return id === 'checklist' || id === 'metrics' ? 'career' : 'preparation'
}
