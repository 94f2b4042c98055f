import type { ReadinessSummary, ReadinessView } from '#contract/readiness.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { gainsOf, type Gain } from '#domain/readiness/gains.ts'
import {
  dashboardOf,
  noDataText,
  partName,
  partRule,
  READINESS_MEANING,
  readinessOf,
} from '#domain/readiness/score.ts'
import { MOST_POINTS_AT_ONCE } from '#domain/readiness/steps.ts'
import type { ReadContext } from '../handlers.ts'
import { readinessFacts } from './facts.ts'

/** How many suggestions stand under the whole and under each part. */
const OF_ALL = 10
const OF_EACH = 3
/** Of one part no more than so many stand among those of the whole: six kinds of mock interview say one thing. */
const OF_EACH_AMONG_ALL = 2

/** What readiness is worked out from once, for all who ask: the score and what would add to it. */
export type ReadinessReading = Readonly<{
  summary: ReadinessSummary
  gains: readonly Gain[]
  view: ReadinessView
}>

/** Readiness for a level, whole. */
export function readinessReading(context: ReadContext, playbook: Playbook): ReadinessReading {
  const facts = readinessFacts(context, playbook)
  const { score, parts } = readinessOf(facts, playbook.readiness)
  const gains = gainsOf(facts, playbook.readiness)
  const head = parts.map(({ id, weight, points, hasData }) => ({
    id,
    name: partName(id),
    weight,
    points,
    hasData,
  }))
  return {
    gains,
    summary: { score, meaning: READINESS_MEANING, parts: head },
    view: {
      level: playbook.id,
      name: playbook.name,
      score,
      meaning: READINESS_MEANING,
      parts: parts.map(({ id, lines }, index) => ({
        ...(head[index] ?? { id, name: partName(id), weight: 0, points: 0, hasData: false }),
        dashboard: dashboardOf(id),
        rule: partRule(id),
        noData: noDataText(id),
        lines: [...lines],
        gains: gains.filter(({ part }) => part === id).slice(0, OF_EACH),
      })),
      gains: topOf(gains),
      mostAtOnce: MOST_POINTS_AT_ONCE,
    },
  }
}

/** What would add most of all: the most first, and no part more than twice. */
function topOf(gains: readonly Gain[]): Gain[] {
  const seen = new Map<string, number>()
  const top: Gain[] = []
  for (const gain of gains) {
    const times = (seen.get(gain.part) ?? 0) + 1
    if (times > OF_EACH_AMONG_ALL || top.length === OF_ALL) continue
    seen.set(gain.part, times)
    top.push(gain)
  }
  return top
}
