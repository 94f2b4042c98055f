import { decimals, formatCount } from '#domain/readable.ts'
import type { Block, ReportData, Section } from '../model.ts'

const stories = { one: 'story', many: 'stories' }

/** The story bank in its empty form: what a story will show here, and each principle with no story yet. */
export function storiesSection({ status, principles }: ReportData): Section {
  const milestone = status.milestones.find((row) => row.measure === 'stories')
  const wanted = principles.reduce((sum, principle) => sum + principle.minStories, 0)
  return {
    id: 'stories',
    title: 'Stories and principles',
    lead: 'No data yet: there are no stories in the bank.',
    newPage: true,
    blocks: [
      {
        kind: 'paragraph',
        text: 'Each story will stand here in STAR++ form (situation, task, action, result, reflection, growth) with its principles, its scope and its numbers, at the length of the chosen time format.',
      },
      ...(milestone && !milestone.inPlaybook
        ? [note('This playbook asks for no number of stories; a target would be your own.')]
        : []),
      {
        kind: 'heading',
        level: 2,
        text: 'Leadership Principles',
        aside: `0 of ${decimals(principles.length, 0)} covered`,
      },
      {
        kind: 'table',
        summary: 'Each Leadership Principle with the number of stories that serve it.',
        columns: [
          { head: 'Principle', align: 'left', weight: 1 },
          { head: 'Short', align: 'left', weight: 0 },
          { head: 'Stories', align: 'right', weight: 0 },
          { head: 'Suggested', align: 'right', weight: 0 },
        ],
        rows: [
          ...principles.map((principle) => ({
            kind: 'row' as const,
            cells: [
              { text: principle.name },
              { text: principle.short, tone: 'muted' as const },
              { text: '0' },
              { text: decimals(principle.minStories, 0) },
            ],
          })),
          {
            kind: 'total',
            cells: [
              { text: 'All principles' },
              { text: '' },
              { text: '0' },
              { text: decimals(wanted, 0) },
            ],
          },
        ],
      },
      {
        kind: 'paragraph',
        tone: 'muted',
        text: `The suggested numbers are Loopready's own defaults, not playbook targets. One story may serve several principles, so ${formatCount(wanted, stories)} are never needed.`,
      },
    ],
  }
}

function note(text: string): Block {
  return { kind: 'note', text }
}
