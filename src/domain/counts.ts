import type { CountKind } from '#contract/playbooks.ts'
import type { CountUnit } from './readable.ts'

/** Every kind of count, in the order in which they are shown. */
export const COUNT_KINDS = [
  'design-problem',
  'coding-easy',
  'coding-medium',
  'coding-hard',
  'mock-interview',
  'paper',
] as const satisfies readonly CountKind[]

const UNITS: Readonly<Record<CountKind, CountUnit>> = {
  'design-problem': { one: 'design problem', many: 'design problems' },
  'coding-easy': { one: 'easy coding problem', many: 'easy coding problems' },
  'coding-medium': { one: 'medium coding problem', many: 'medium coding problems' },
  'coding-hard': { one: 'hard coding problem', many: 'hard coding problems' },
  'mock-interview': { one: 'mock interview', many: 'mock interviews' },
  paper: { one: 'paper', many: 'papers' },
}

/** The words for a kind of count: `3 hard coding problems` by `formatCount(3, countUnit('coding-hard'))`. */
export function countUnit(kind: CountKind): CountUnit {
  return UNITS[kind]
}

/** The totals per kind of many counts, in the order in which they are shown; kinds that did not occur are left out. */
export function totalCounts(
  counts: Iterable<Readonly<{ kind: CountKind; n: number }>>,
): ReadonlyMap<CountKind, number> {
  const sums = new Map<CountKind, number>()
  for (const { kind, n } of counts) sums.set(kind, (sums.get(kind) ?? 0) + n)
  return new Map(
    COUNT_KINDS.flatMap((kind): [CountKind, number][] => {
      const sum = sums.get(kind)
      return sum === undefined ? [] : [[kind, sum]]
    }),
  )
}
