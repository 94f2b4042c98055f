import type { ReadinessRule, ReadinessWeights } from '#contract/readiness-weights.ts'
import { mockTypeNames } from '../mocks.ts'
import { formatCount, trimmedDecimals } from '../readable.ts'
import type { ReadinessFacts } from './facts.ts'
import { evennessOf, planProgressOf } from './hours.ts'
import { pointsOf, pointsPerServing, STORY_IN_REHEARSAL } from './steps.ts'

export type PartId = keyof ReadinessWeights

/** One line of what a part is made of: points of at most so many. */
export type PartLine = Readonly<{ label: string; value: string; points: number; of: number }>

export type PartScore = Readonly<{
  points: number
  /** False where nothing is recorded: the part then gives nothing, and says so. */
  hasData: boolean
  lines: readonly PartLine[]
}>

type Rule = (facts: ReadinessFacts, points: number, rule: ReadinessRule) => PartScore

const sumOf = (lines: readonly PartLine[]) => lines.reduce((sum, { points }) => sum + points, 0)

/** `6 of 10 h`: what a line is made of. */
const ofText = (done: number, all: number, unit: string) =>
  `${trimmedDecimals(done)} of ${trimmedDecimals(all)} ${unit}`

const planProgress: Rule = ({ plan }, points) => {
  const total = plan.reduce((sum, { plannedHours }) => sum + plannedHours, 0)
  const lines = plan.map(({ name, hours, plannedHours }) => {
    const counted = Math.min(hours, plannedHours)
    const part = total === 0 ? 0 : points / total
    return {
      label: name,
      value: ofText(counted, plannedHours, 'h'),
      points: counted * part,
      of: plannedHours * part,
    }
  })
  return {
    points: points * planProgressOf(plan),
    hasData: plan.some(({ hours }) => hours > 0),
    lines,
  }
}

const allocation: Rule = ({ plan }, points) => {
  const evenness = evennessOf(plan)
  return {
    points: points * evenness,
    hasData: plan.some(({ hours }) => hours > 0),
    lines: [
      {
        label: 'Evenness: of every two categories, how far the one behind is',
        value: `${trimmedDecimals(evenness * 100)} %`,
        points: points * evenness,
        of: points,
      },
    ],
  }
}

const milestones: Rule = ({ milestones: rows }, points) => {
  const lines = rows.map(({ name, unit, actual, target, measure }) => {
    const all = points / rows.length
    const of = measure === 'stated' ? pointsOf(points, 1 / rows.length) : all
    const progress = Math.min(1, actual / target)
    return {
      label: name,
      value: ofText(Math.min(actual, target), target, unit.many),
      points: of * progress,
      of,
    }
  })
  return { points: sumOf(lines), hasData: rows.some(({ actual }) => actual > 0), lines }
}

const checklist: Rule = ({ checklist: items }, points) => {
  const lines = items.map(({ text, share, worth }) => {
    const of = pointsOf(points, share)
    return { label: text, value: `worth ${trimmedDecimals(worth * 100)} %`, points: of * worth, of }
  })
  return { points: sumOf(lines), hasData: items.some(({ worth }) => worth > 0), lines }
}

/** The fewest stories that carry a principle: with one alone, nothing is left when it falls flat. */
export const FEWEST_STORIES = 2

const storyCoverage: Rule = ({ principles, stories }, points) => {
  const ready = stories.filter(({ isReady }) => isReady)
  const lines = principles.map(({ id, name, needed }) => {
    const wanted = Math.max(FEWEST_STORIES, needed)
    const serving = ready.filter((story) => story.principles.includes(id)).length
    const each = pointsPerServing(points, principles.length, wanted)
    const counted = Math.min(serving, wanted)
    return {
      label: name,
      value: ofText(counted, wanted, 'stories'),
      points: counted * each,
      of: wanted * each,
    }
  })
  return { points: sumOf(lines), hasData: stories.length > 0, lines }
}

/** What a story is worth once it was told aloud so often: the first time the most. */
const REHEARSED = [0, 0.5, 0.75, 1]
export const FULLY_REHEARSED = REHEARSED.length - 1

const rehearsal: Rule = ({ stories }, points, { rehearsedStories }) => {
  const each = Math.min(points / rehearsedStories, STORY_IN_REHEARSAL)
  const lines = stories
    .filter(({ isReady }) => isReady)
    .map(({ title, rehearsals }) => ({
      label: title,
      value: formatCount(rehearsals, { one: 'rehearsal', many: 'rehearsals' }),
      points: each * (REHEARSED[Math.min(rehearsals, FULLY_REHEARSED)] ?? 0),
      of: each,
    }))
    .toSorted((a, b) => b.points - a.points)
    .slice(0, rehearsedStories)
  return {
    points: sumOf(lines),
    hasData: stories.some(({ isReady, rehearsals }) => isReady && rehearsals > 0),
    lines,
  }
}

const metrics: Rule = ({ metrics: rows }, points) => {
  const of = pointsOf(points, 1 / rows.length)
  const word = (worth: number | null) =>
    worth === null ? 'no value' : worth === 1 ? 'met' : worth > 0 ? 'close' : 'not met'
  const lines = rows.map(({ text, worth }) => ({
    label: text,
    value: word(worth),
    points: of * (worth ?? 0),
    of,
  }))
  return { points: sumOf(lines), hasData: rows.some(({ worth }) => worth !== null), lines }
}

/** How many results of each kind count: the best ones, so that another mock interview never costs anything. */
export const RESULTS_THAT_COUNT = 2

const mocks: Rule = ({ mockTypes, mocks: rated }, points) => {
  const each = pointsOf(points, 1 / mockTypes.length / RESULTS_THAT_COUNT)
  const lines = mockTypes.map((type) => {
    const best = rated
      .filter((mock) => mock.type === type)
      .map(({ overall }) => (overall - 1) / 4)
      .toSorted((a, b) => b - a)
      .slice(0, RESULTS_THAT_COUNT)
    const taken = formatCount(best.length, { one: 'rated result', many: 'rated results' })
    return {
      label: mockTypeNames[type],
      value: best.length === 0 ? 'none yet' : `${taken} of ${RESULTS_THAT_COUNT} that count`,
      points: each * best.reduce((sum, value) => sum + value, 0),
      of: each * RESULTS_THAT_COUNT,
    }
  })
  return { points: sumOf(lines), hasData: rated.length > 0, lines }
}

/** The rule of every part. Each looks at facts of its own, but for the two that look at hours. */
export const partRules: Readonly<Record<PartId, Rule>> = {
  planProgress,
  allocation,
  milestones,
  checklist,
  storyCoverage,
  rehearsal,
  metrics,
  mocks,
}
