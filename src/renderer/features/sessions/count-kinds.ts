import type { CountKind, Playbook } from '#contract/playbooks.ts'

/** Every kind of count in the order in which forms and rows show them, with its words. */
export const countKinds: readonly Readonly<{
  kind: CountKind
  label: string
  one: string
  many: string
}>[] = [
  {
    kind: 'design-problem',
    label: 'Design problems',
    one: 'design problem',
    many: 'design problems',
  },
  { kind: 'coding-easy', label: 'Easy problems', one: 'easy problem', many: 'easy problems' },
  {
    kind: 'coding-medium',
    label: 'Medium problems',
    one: 'medium problem',
    many: 'medium problems',
  },
  { kind: 'coding-hard', label: 'Hard problems', one: 'hard problem', many: 'hard problems' },
  {
    kind: 'mock-interview',
    label: 'Mock interviews',
    one: 'mock interview',
    many: 'mock interviews',
  },
  { kind: 'paper', label: 'Papers read', one: 'paper', many: 'papers' },
]

/**
 * The kinds that a form shows at once for a category: what the plan's milestones count there, and mock interviews,
 * which may belong to any category. The others are a press away.
 */
export function kindsFor(playbook: Playbook, category: string): readonly CountKind[] {
  const counted = playbook.milestones.flatMap((milestone) =>
    milestone.category === category && milestone.measure.kind === 'counts'
      ? milestone.measure.counts
      : [],
  )
  return countKinds
    .map(({ kind }) => kind)
    .filter((kind) => kind === 'mock-interview' || counted.includes(kind))
}

/** A count in words: "3 medium problems". */
export function countInWords(kind: CountKind, n: number): string {
  const words = countKinds.find((candidate) => candidate.kind === kind)
  return `${n} ${(n === 1 ? words?.one : words?.many) ?? kind}`
}
