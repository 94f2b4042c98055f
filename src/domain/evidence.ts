import type { Evidence, EvidenceConflict } from '#contract/evidence.ts'
import { decimals } from './readable.ts'

const figures = ['baseline', 'target', 'achieved'] as const
const differing = ['unit', 'period'] as const

/**
 * Contradictions in the ledger: the same number of the same metric, in another unit or for another period, such as
 * $50M a year in one place and $50M a quarter in another. Metrics, units and periods are compared without regard to
 * case and spaces. A unit or period that is not said contradicts none, and neither does 0, which is 0 in any unit.
 */
export function conflictsOf(ledger: readonly Evidence[]): EvidenceConflict[] {
  const byMetric = Map.groupBy(
    ledger.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ metric }) => compared(metric),
  )
  return [...byMetric.values()].flatMap((entries) =>
    figures.flatMap((figure) =>
      [...Map.groupBy(entries, (entry) => entry[figure])].flatMap(([value, sharing]) =>
        value === null || value === 0 ? [] : conflictBetween(sharing, figure, value),
      ),
    ),
  )
}

function conflictBetween(
  sharing: readonly Evidence[],
  figure: EvidenceConflict['figure'],
  value: number,
): EvidenceConflict[] {
  const [first] = sharing
  const differ = differing.filter((field) => readingsOf(sharing, field).size > 1)
  if (!first || differ.length === 0) return []
  const readings = new Set(sharing.map((entry) => reading(entry, value)))
  return [
    {
      metric: first.metric,
      figure,
      value,
      differ,
      ids: sharing.map(({ id }) => id),
      message: `“${first.metric}” has the same ${figure} figure in different readings: ${[...readings].join('; ')}. Say which one holds, or tell the metrics apart.`,
    },
  ]
}

/** The different things that are said in a field. */
function readingsOf(sharing: readonly Evidence[], field: 'unit' | 'period'): Set<string> {
  return new Set(sharing.map((entry) => compared(entry[field])).filter((text) => text !== ''))
}

function reading({ unit, period }: Evidence, value: number): string {
  const number = decimals(value, 6).replace(/\.?0+$/, '')
  return [`${number} ${unit}`.trim(), period].filter((part) => part !== '').join(', ')
}

function compared(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
