import { BookOpenCheck, Circle, CircleCheck, CircleDotDashed, type LucideIcon } from 'lucide-react'
import type { ChecklistRow, ChecklistState } from '#contract/checklist.ts'

/** How each state is drawn: a shape of its own, so that they differ without colour too. */
export const STATE_ICONS: Readonly<Record<ChecklistState, LucideIcon>> = {
  open: Circle,
  partial: CircleDotDashed,
  shown: CircleCheck,
  'shown-with-story': BookOpenCheck,
}

/** Everything but stories that proves an item. */
export function proofsOf({ proofs, figures }: ChecklistRow): number {
  return proofs.length + figures.length
}
