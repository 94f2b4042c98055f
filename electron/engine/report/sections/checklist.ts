import { decimals } from '#domain/readable.ts'
import type { Playbook } from '#contract/playbooks.ts'
import type { Block, Section } from '../model.ts'

/** The level's checklist with every item open: evidence is not recorded yet. */
export function checklistSection({ checklist }: Playbook): Section {
  const all = checklist.reduce((sum, group) => sum + group.items.length, 0)
  return {
    id: 'checklist',
    title: 'Checklist',
    lead:
      all === 0
        ? 'This playbook has no checklist.'
        : `0 of ${decimals(all, 0)} shown. No data yet: an item is shown once there is evidence for it.`,
    newPage: false,
    blocks: checklist.flatMap((group, index): readonly Block[] => {
      const isNewSection = group.section !== checklist[index - 1]?.section
      return [
        ...(isNewSection ? [{ kind: 'heading', level: 2, text: group.section } as const] : []),
        {
          kind: 'heading',
          level: 3,
          text: group.name,
          aside: `0 of ${decimals(group.items.length, 0)}`,
        },
        { kind: 'checks', items: group.items.map(({ text }) => ({ text, state: 'open' })) },
      ]
    }),
  }
}
