import { milestoneTargetLabel } from '#domain/milestones.ts'
import { decimals, formatCount, trimmedDecimals } from '#domain/readable.ts'
import type { MilestoneRow, Status } from '#contract/plan.ts'
import type { CountKind } from '#contract/playbooks.ts'
import type { Count } from '#contract/sessions.ts'
import type { Block, Section, TableRow } from '../model.ts'

/** What can be counted, against its targets. */
export function milestonesSection(status: Status): Section {
  const withTarget = status.milestones.filter((row) => row.target !== null)
  const reached = withTarget.filter((row) => (row.progress ?? 0) >= 1)
  return {
    id: 'milestones',
    title: 'Milestones',
    lead:
      status.milestones.length === 0
        ? 'This playbook sets no milestones.'
        : `${decimals(reached.length, 0)} of ${formatCount(withTarget.length, { one: 'target', many: 'targets' })} reached.`,
    newPage: false,
    blocks: [...table(status), ...counts(status)],
  }
}

function table({ milestones, allocation }: Status): readonly Block[] {
  if (milestones.length === 0) return []
  const categoryNames = new Map(allocation.map((row) => [row.category, row.name]))
  return [
    {
      kind: 'table',
      summary: 'What is done of each milestone, its target, and the part that is reached.',
      columns: [
        { head: 'Milestone', align: 'left', weight: 3 },
        { head: 'Progress', align: 'left', weight: 2 },
        { head: 'Done', align: 'right', weight: 0 },
        { head: 'Target', align: 'right', weight: 0 },
      ],
      rows: milestones.map((row): TableRow => {
        const target = milestoneTargetLabel(row)
        const marks = [categoryNames.get(row.category) ?? row.category, ...remarks(row)]
        return {
          kind: 'row',
          cells: [
            { text: row.name, detail: marks.join(' · ') },
            row.progress === null
              ? { text: '' }
              : { text: `${decimals(Math.floor(row.progress * 100), 0)} %`, bar: row.progress },
            { text: trimmedDecimals(row.actual) },
            target === null ? { text: 'none set', tone: 'muted' } : { text: target },
          ],
        }
      }),
    },
  ]
}

function remarks(row: MilestoneRow): readonly string[] {
  return [
    ...(row.inPlaybook ? [] : ['not in the playbook']),
    ...(row.ownTarget ? ['your own target'] : []),
    ...(row.measure !== 'counts' && row.actual > 0 ? ['as you stated it'] : []),
  ]
}

const kinds: Readonly<Record<CountKind, Readonly<{ name: string; one: string; many: string }>>> = {
  'design-problem': { name: 'Design problems', one: 'design problem', many: 'design problems' },
  'coding-easy': {
    name: 'Coding problems, easy',
    one: 'easy coding problem',
    many: 'easy coding problems',
  },
  'coding-medium': {
    name: 'Coding problems, medium',
    one: 'medium coding problem',
    many: 'medium coding problems',
  },
  'coding-hard': {
    name: 'Coding problems, hard',
    one: 'hard coding problem',
    many: 'hard coding problems',
  },
  'mock-interview': { name: 'Mock interviews', one: 'mock interview', many: 'mock interviews' },
  paper: { name: 'Papers and architectures read', one: 'paper', many: 'papers' },
}

/** What a session counted, in words: `3 medium coding problems`. */
export function countText({ kind, n }: Count): string {
  return formatCount(n, kinds[kind])
}

function counts(status: Status): readonly Block[] {
  const rows = status.counts.filter((row) => row.total > 0)
  const heading: Block = { kind: 'heading', level: 2, text: 'Practice counts' }
  if (rows.length === 0)
    return [
      heading,
      { kind: 'paragraph', tone: 'muted', text: 'No data: no session has a count yet.' },
    ]
  return [
    heading,
    {
      kind: 'table',
      summary: 'What was counted in all sessions.',
      columns: [
        { head: 'Counted in sessions', align: 'left', weight: 1 },
        { head: 'Total', align: 'right', weight: 0 },
      ],
      rows: rows.map((row) => ({
        kind: 'row',
        cells: [{ text: kinds[row.kind].name }, { text: decimals(row.total, 0) }],
      })),
    },
  ]
}
