import type { CallError } from '#contract/errors.ts'
import type { InputOf } from '#contract/index.ts'
import type { MilestoneRow } from '#contract/plan.ts'
import type { Milestone } from '#contract/playbooks.ts'
import { milestoneTargetLabel, targetLabel } from '#domain/milestones.ts'
import { decimals, formatCount } from '#domain/readable.ts'
import { readNumber } from './typed-number.ts'

/** A milestone in words. */
export type MilestoneView = Readonly<{
  /** `8`. */
  actual: string
  /** `of 15+ design problems`, or `design problems` where there is no target. */
  rest: string
  /** What deserves a line of its own: more than the upper end, a target of one's own, none at all. */
  note: string | null
  /** The whole for screen readers: `8 of 15+ design problems`. */
  text: string
}>

/** A milestone in words; `playbookTarget` is the playbook's figure, also where an own one is in force. */
export function milestoneViewOf(
  row: MilestoneRow,
  playbookTarget: Milestone['target'],
): MilestoneView {
  const label = milestoneTargetLabel(row)
  const actual = decimals(row.actual, 0)
  const unit = row.actual === 1 && label === null ? row.unit.one : row.unit.many
  const rest = label === null ? unit : `of ${label} ${unitOf(row)}`
  return { actual, rest, note: noteOf(row, playbookTarget), text: `${actual} ${rest}` }
}

/** "of 1 language", but "of 1+ languages": one is only one where nothing may follow. */
function unitOf({ target, max, open, unit }: MilestoneRow): string {
  return target === 1 && max === null && !open ? unit.one : unit.many
}

function noteOf(row: MilestoneRow, playbookTarget: Milestone['target']): string | null {
  if (row.ownTarget)
    return playbookTarget === null
      ? 'Your own target; the playbook has none.'
      : `Your own target; the playbook says ${targetLabel(playbookTarget)}.`
  if (row.target === null) return 'Not in the playbook; set a target if you like.'
  if (row.max !== null && row.actual > row.max)
    return `${formatCount(row.actual - row.max, row.unit)} more than the playbook asks for, which is fine.`
  return null
}

/** Whether the person says how many there are: what sessions count cannot be stated as well. */
export function isStated({ measure }: Pick<MilestoneRow, 'measure'>): boolean {
  return measure !== 'counts'
}

/** The form of a milestone while it is edited: both fields as typed. */
export type MilestoneDraft = Readonly<{
  stated: string
  /** Empty: the playbook's target, or none. */
  target: string
}>

/** What saving a form comes to: the input of the call, null when nothing was changed, or what is wrong. */
export type MilestoneChange = Readonly<
  { ok: true; input: InputOf<'plan.setMilestone'> | null } | { ok: false; error: CallError }
>

/**
 * Reads a form. Only what differs from the row is sent, so that stating a count sets no target. Limits are the
 * engine's to check; what is no whole number never gets there, as a number field of the contract could not carry it.
 */
export function changeOf(draft: MilestoneDraft, row: MilestoneRow): MilestoneChange {
  const stated = isStated(row) ? readWhole(draft.stated) : { value: row.actual }
  const ownTarget = row.ownTarget ? row.target : null
  const target = draft.target.trim() === '' ? { value: null } : readWhole(draft.target)
  const errors = [
    ...('error' in stated ? [{ field: 'stated', message: stated.error }] : []),
    ...('error' in target ? [{ field: 'target', message: target.error }] : []),
  ]
  if ('error' in stated || 'error' in target) {
    const [first, ...others] = errors
    return {
      ok: false,
      error: { code: 'invalid-input', message: '', ...first, others },
    }
  }
  const changed = {
    ...(stated.value === row.actual ? {} : { stated: stated.value }),
    ...(target.value === ownTarget ? {} : { target: target.value }),
  }
  if (Object.keys(changed).length === 0) return { ok: true, input: null }
  return { ok: true, input: { milestone: row.id, ...changed } }
}

function readWhole(typed: string): Readonly<{ value: number } | { error: string }> {
  const value = readNumber(typed)
  if (value === null) return { error: 'Write a whole number such as 12.' }
  return Number.isInteger(value) ? { value } : { error: 'A whole number is needed here.' }
}
