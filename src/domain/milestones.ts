import type { MilestoneRow } from '#contract/plan.ts'
import type { CountKind, Milestone } from '#contract/playbooks.ts'

/** What is known beside the playbook when milestones are drawn up. */
export type MilestoneFacts = Readonly<{
  /** Totals of everything counted in sessions. */
  counts: ReadonlyMap<CountKind, number>
  /** The person's own targets by milestone id: they take the place of the playbook's. */
  ownTargets: ReadonlyMap<string, number>
  /** Counts that the person stated by milestone id. */
  stated: ReadonlyMap<string, number>
  /** What the story bank holds; what is left out is taken from what the person stated. */
  derived?: Readonly<{ stories?: number; principles?: number }>
}>

/**
 * A milestone with where it stands: progress = min(1, actual / target), null without a target. The target is the
 * least that reaches the milestone: of "10-12" it is 10, and more than 12 is information, not an error. An own target
 * is a plain number: it takes the playbook's upper end, "~" and "+" away with it.
 */
export function milestoneRowOf(milestone: Milestone, facts: MilestoneFacts): MilestoneRow {
  const own = facts.ownTargets.get(milestone.id)
  const target = own ?? milestone.target?.min ?? null
  const actual = actualOf(milestone, facts)
  return {
    id: milestone.id,
    name: milestone.name,
    category: milestone.category,
    unit: milestone.unit,
    actual,
    target,
    max: own === undefined ? (milestone.target?.max ?? null) : null,
    approximate: own === undefined && (milestone.target?.approximate ?? false),
    open: own === undefined && (milestone.target?.open ?? false),
    progress: target === null ? null : Math.min(1, actual / target),
    measure: milestone.measure.kind,
    ownTarget: own !== undefined,
    inPlaybook: milestone.target !== null,
  }
}

function actualOf({ id, measure }: Milestone, facts: MilestoneFacts): number {
  const stated = facts.stated.get(id) ?? 0
  switch (measure.kind) {
    case 'counts':
      return measure.counts.reduce((sum, kind) => sum + (facts.counts.get(kind) ?? 0), 0)
    case 'stories':
      return facts.derived?.stories ?? stated
    case 'principles':
      return facts.derived?.principles ?? stated
    case 'stated':
      return stated
  }
}

/** A figure of the playbook or of a milestone row, as far as its label needs it. */
export type LabelledTarget = Readonly<{
  min: number
  max?: number | null | undefined
  approximate?: boolean
  open?: boolean
}>

/** A target the way the playbook writes it: `15+`, `10-12`, `~100 h`, `2-3`, `16`. */
export function targetLabel(target: LabelledTarget, unit?: string): string {
  const { min, max, approximate = false, open = false } = target
  const range = typeof max === 'number' && max !== min ? `${min}-${max}` : `${min}`
  return `${approximate ? '~' : ''}${range}${open ? '+' : ''}${unit === undefined ? '' : ` ${unit}`}`
}

/** The label of a milestone row's target; null without one. */
export function milestoneTargetLabel(
  row: Pick<MilestoneRow, 'target' | 'max' | 'approximate' | 'open'>,
): string | null {
  return row.target === null ? null : targetLabel({ ...row, min: row.target })
}
