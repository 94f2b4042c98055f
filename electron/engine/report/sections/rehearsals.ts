import { mockTypeNames, overallNames, ratingNames } from '#domain/mocks.ts'
import { decimals, formatCount, formatDay } from '#domain/readable.ts'
import type { DueStory } from '#contract/rehearsals.ts'
import { asStudyDay } from '#domain/units.ts'
import { shownTitle } from '#domain/story-title.ts'
import type { Block, Cell, ReportData, Section } from '../model.ts'

const noData: Cell = { text: 'not yet', tone: 'muted' }
/** Of more the latest stand here; the app keeps them all. */
const mostMocks = 30

/** How often each story was told aloud, when it is due again, and how mock interviews went. */
export function rehearsalsSection({ due, mocks, principles }: ReportData): Section {
  const told = due.stories.filter(({ rehearsals }) => rehearsals > 0)
  const all = due.stories.reduce((sum, { rehearsals }) => sum + rehearsals, 0)
  const waiting = due.stories.filter(({ state }) => state !== 'later').length
  return {
    id: 'rehearsals',
    title: 'Rehearsals and mock interviews',
    lead:
      all === 0 && mocks.length === 0
        ? 'No data yet: nothing is rehearsed, and no mock interview is entered.'
        : `${formatCount(all, { one: 'rehearsal', many: 'rehearsals' })} of ${formatCount(told.length, { one: 'story', many: 'stories' })}, ${decimals(waiting, 0)} due now; ${formatCount(mocks.length, { one: 'mock interview', many: 'mock interviews' })}.`,
    newPage: false,
    blocks: [...rehearsed(due.stories), ...interviews(mocks, principles)],
  }
}

function rehearsed(stories: readonly DueStory[]): readonly Block[] {
  if (stories.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Rehearsals by story' },
    {
      kind: 'table',
      summary:
        'Each story that can be told with its rehearsals, the last rating and when it is due.',
      columns: [
        { head: 'Story', align: 'left', weight: 1 },
        { head: 'Rehearsals', align: 'right', weight: 0 },
        { head: 'Last', align: 'left', weight: 0, least: 58 },
        { head: 'Rating', align: 'left', weight: 0 },
        { head: 'Due', align: 'left', weight: 0, least: 58 },
      ],
      rows: stories.map((row) => ({
        kind: 'row',
        cells: [
          { text: shownTitle(row.story.title), lines: 3 },
          { text: decimals(row.rehearsals, 0) },
          row.lastOn === null ? noData : { text: formatDay(asStudyDay(row.lastOn)) },
          row.lastRating === null ? { text: '' } : { text: `${row.lastRating} of 5` },
          { text: row.state === 'later' ? formatDay(asStudyDay(row.dueOn)) : 'now' },
        ],
      })),
    },
  ]
}

function interviews(
  mocks: ReportData['mocks'],
  principles: ReportData['principles'],
): readonly Block[] {
  if (mocks.length === 0) return []
  const names = new Map(principles.map(({ id, name }) => [id, name]))
  const latest = mocks.slice(0, mostMocks)
  return [
    {
      kind: 'heading',
      level: 2,
      text: 'Mock interviews',
      ...(mocks.length > latest.length
        ? { aside: `the latest ${decimals(latest.length, 0)} of ${decimals(mocks.length, 0)}` }
        : {}),
    },
    {
      kind: 'table',
      summary: 'Mock interviews, the latest first, with both ratings of the whole.',
      columns: [
        { head: 'Day', align: 'left', weight: 0 },
        { head: 'Round and what to work on', align: 'left', weight: 3 },
        { head: 'Principles', align: 'left', weight: 2 },
        { head: 'Interviewer', align: 'left', weight: 0, least: 74 },
        { head: 'Own view', align: 'left', weight: 0, least: 60 },
      ],
      rows: latest.map((mock) => ({
        kind: 'row',
        cells: [
          { text: formatDay(asStudyDay(mock.date)) },
          {
            text: [mockTypeNames[mock.type], oneLine(mock.interviewer)]
              .filter((part) => part !== '')
              .join(', '),
            ...(oneLine(mock.nextFocus) === '' ? {} : { detail: oneLine(mock.nextFocus) }),
          },
          {
            text: '',
            detail: mock.principles
              .map(
                ({ principle, rating }) =>
                  `${names.get(principle) ?? principle}: ${rating === null ? 'not rated' : (ratingNames[rating - 1] ?? '').toLowerCase()}`,
              )
              .join('; '),
          },
          overall(mock.overall),
          overall(mock.selfOverall),
        ],
      })),
    },
  ]
}

function overall(rating: number | null): Cell {
  return rating === null
    ? { text: 'not rated', tone: 'muted' }
    : { text: overallNames[rating - 1] ?? '' }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
