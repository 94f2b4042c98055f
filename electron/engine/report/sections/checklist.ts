import { checklistStateLabel } from '#domain/checklist.ts'
import { decimals, formatPercent } from '#domain/readable.ts'
import type { ChecklistGroup, ChecklistRow } from '#contract/checklist.ts'
import { shownTitle } from '#domain/story-title.ts'
import type { Block, Check, ReportData, Section } from '../model.ts'

/** The level's checklist: each item with its state and all that proves it. */
export function checklistSection({ checklist: { groups, progress } }: ReportData): Section {
  const shown = progress.shown + progress.shownWithStory
  return {
    id: 'checklist',
    title: 'Checklist',
    lead:
      progress.items === 0 && progress.own === 0
        ? 'This playbook has no checklist.'
        : shown + progress.partial === 0
          ? `0 of ${decimals(progress.items, 0)} shown. No data yet: an item is shown once there is evidence for it.`
          : `${decimals(shown, 0)} of ${decimals(progress.items, 0)} shown, ${decimals(progress.shownWithStory, 0)} of them with a story, and ${decimals(progress.partial, 0)} in part. Progress ${formatPercent(progress.progress)}.`,
    newPage: false,
    blocks: groups.flatMap((group, index): readonly Block[] => {
      const isNewSection = group.section !== groups[index - 1]?.section
      return [
        ...(isNewSection ? [{ kind: 'heading', level: 2, text: group.section } as const] : []),
        { kind: 'heading', level: 3, text: group.name, aside: asideOf(group) },
        { kind: 'checks', items: group.items.map(checkOf) },
      ]
    }),
  }
}

function asideOf({ progress }: ChecklistGroup): string {
  return `${decimals(progress.shown + progress.shownWithStory, 0)} of ${decimals(progress.items, 0)}`
}

function checkOf(row: ChecklistRow): Check {
  const evidence = [
    ...row.stories.map(({ title }) => `Story: ${shownTitle(title)}`),
    ...row.figures.map(({ metric, text }) => `Figure: ${metric}, ${text}`),
    ...row.proofs.map(({ text }) => text),
  ]
  const details = [
    ...(row.state === 'open' ? [] : [checklistStateLabel(row.state)]),
    ...(row.own ? ['your own item'] : []),
    ...(row.confidence === null ? [] : [`confidence ${row.confidence} of 5`]),
    ...evidence,
    ...(row.state !== 'open' && evidence.length === 0 ? ['no evidence yet'] : []),
  ]
  return {
    text: row.text,
    state: row.state,
    ...(details.length === 0 ? {} : { detail: details.join(' · ') }),
  }
}
