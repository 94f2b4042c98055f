import type { ChecklistGroup, ChecklistProgress, ChecklistRow } from '#contract/checklist.ts'
import { checklistStateLabel } from '#domain/checklist.ts'
import { formatCount, formatPercent } from '#domain/readable.ts'
import type { Paint } from '../verb.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'

/** The checklist for people: each group with its items, their states and how much proves them. */
export function checklistText(
  groups: readonly ChecklistGroup[],
  progress: ChecklistProgress,
  paint: Paint,
): string {
  const parts = groups.map(({ name, items, progress: own }) =>
    [
      paint('bold', `${name}: ${formatPercent(own.progress)} with evidence`),
      ...table(
        items.map((row) => [
          stateOf(row),
          proofsOf(row),
          paint('dim', row.item),
          printable(row.text),
        ]),
        ['left', 'right', 'left', 'left'],
      ),
    ].join('\n'),
  )
  return [...parts, progressLine(progress)].join('\n\n')
}

/** How far a checklist is, in one sentence. */
function progressLine(progress: ChecklistProgress): string {
  const { items, shown, shownWithStory, partial, withEvidence } = progress
  return `${shown + shownWithStory} of ${items} shown (${shownWithStory} with a story), ${partial} partial; ${withEvidence} with evidence: ${formatPercent(progress.progress)}.`
}

/** An item after a change, in one sentence. */
export function changedItem(row: ChecklistRow): string {
  const proofs = row.stories.length + row.proofs.length + row.figures.length
  return `${printable(row.item)}: ${stateOf(row)}, ${formatCount(proofs, { one: 'piece of evidence', many: 'pieces of evidence' })}${row.confidence === null ? '' : `, confidence ${row.confidence}`}.`
}

function stateOf({ state }: ChecklistRow): string {
  return checklistStateLabel(state).toLowerCase()
}

function proofsOf({ stories, proofs, figures }: ChecklistRow): string {
  const all = stories.length + proofs.length + figures.length
  return all === 0 ? '' : String(all)
}
