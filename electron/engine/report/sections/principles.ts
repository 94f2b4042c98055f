import { decimals, formatCount } from '#domain/readable.ts'
import type { CoverageRow } from '#contract/coverage.ts'
import { shownTitle } from '#domain/story-title.ts'
import type { Block, Cell, ReportData, Section } from '../model.ts'

const stories = { one: 'story', many: 'stories' }
/** More columns would leave no room for the names of the principles. */
const mostColumns = 12

const states: Readonly<Record<CoverageRow['state'], string>> = {
  gap: 'Gap',
  thin: 'Thin',
  drafts: 'Drafts only',
  covered: 'Covered',
}

/** Which principles the stories cover: the matrix, and what hangs on one story alone. */
export function principlesSection({ coverage, status }: ReportData): Section {
  const { rows, totals, single } = coverage
  const shown = coverage.stories.slice(0, mostColumns)
  const milestone = status.milestones.find((row) => row.measure === 'stories')
  const any = coverage.stories.length > 0
  return {
    id: 'principles',
    title: 'Principle coverage',
    lead: any
      ? `${decimals(totals.covered, 0)} of ${decimals(totals.principles, 0)} principles have the stories they want; ${decimals(totals.there, 0)} of ${decimals(totals.wanted, 0)} places are filled.`
      : 'No data yet: there are no stories in the bank.',
    newPage: true,
    blocks: [
      ...(milestone && !milestone.inPlaybook
        ? [note('This playbook asks for no number of stories; a target would be your own.')]
        : []),
      {
        kind: 'table',
        summary:
          'Each Leadership Principle with its number of stories and the suggested number, and how each story serves it.',
        dense: true,
        columns: [
          { head: 'Principle', align: 'left', weight: 1 },
          { head: 'Stories', align: 'right', weight: 0 },
          { head: 'Suggested', align: 'right', weight: 0 },
          { head: 'State', align: 'left', weight: 0, least: 50 },
          ...shown.map(
            (_, index) =>
              ({ head: String(index + 1), align: 'left', weight: 0, least: 9 }) as const,
          ),
        ],
        rows: [
          ...rows.map((row) => ({ kind: 'row' as const, cells: cellsOf(row, shown) })),
          {
            kind: 'total',
            cells: [
              { text: 'All principles' },
              { text: decimals(totals.there, 0) },
              { text: decimals(totals.wanted, 0) },
              { text: '' },
              ...shown.map(() => ({ text: '' })),
            ],
          },
        ],
      },
      {
        kind: 'paragraph',
        tone: 'muted',
        text: `${any ? 'P: the story serves the principle as its primary one; S: as a secondary one. A principle’s stories count up to the suggested number in the sum. ' : ''}Suggested numbers are Loopready’s own defaults or yours, not playbook targets. One story may serve several principles, so ${formatCount(totals.wanted, stories)} are never needed.`,
      },
      ...(any
        ? [
            { kind: 'heading', level: 2, text: 'Stories by number' } as const,
            legend(coverage.stories.length, shown),
          ]
        : []),
      ...(single.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: 'What hangs on one story' } as const,
            ...single.map(({ message }): Block => ({ kind: 'paragraph', text: message })),
          ]),
    ],
  }
}

function cellsOf(row: CoverageRow, shown: ReportData['coverage']['stories']): readonly Cell[] {
  return [
    { text: row.name },
    { text: decimals(row.stories, 0) },
    { text: decimals(row.minimum, 0) },
    { text: states[row.state], tone: row.state === 'gap' ? 'strong' : 'body' },
    ...shown.map(({ id }): Cell => {
      const cell = row.cells.find(({ story }) => story === id)
      if (!cell) return { text: '' }
      return cell.as === 'primary' ? { text: 'P', tone: 'strong' } : { text: 'S', tone: 'muted' }
    }),
  ]
}

function legend(all: number, shown: ReportData['coverage']['stories']): Block {
  return {
    kind: 'table',
    summary: 'The stories of the columns by their numbers.',
    columns: [
      { head: 'No.', align: 'left', weight: 0 },
      {
        head:
          all > shown.length
            ? `The ${decimals(shown.length, 0)} strongest of ${formatCount(all, stories)}`
            : 'Story',
        align: 'left',
        weight: 1,
      },
      { head: 'Status', align: 'left', weight: 0, least: 60 },
    ],
    rows: shown.map(({ title, status }, index) => ({
      kind: 'row',
      cells: [
        { text: String(index + 1) },
        { text: shownTitle(title), lines: 2 },
        { text: capital(status) },
      ],
    })),
  }
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

function note(text: string): Block {
  return { kind: 'note', text }
}
