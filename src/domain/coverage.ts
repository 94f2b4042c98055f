import type { Coverage, CoverageCell, CoverageRow } from '#contract/coverage.ts'
import type { StoryStatus } from '#contract/story.ts'

/** A story as far as its principles are concerned. */
export type ServingStory = Readonly<{
  id: string
  title: string
  status: StoryStatus
  primaryPrinciple: string | null
  secondaryPrinciples: readonly string[]
}>

/** A principle with how many stories should serve it. */
export type WantedPrinciple = Readonly<{
  id: string
  name: string
  short: string
  /** The default figure, and the person's own where there is one. */
  minStories: number
  ownMinimum: number | null
}>

const byRole = { primary: 1, secondary: 0.6 } as const
const byStatus: Readonly<Record<StoryStatus, number>> = {
  rehearsed: 1,
  ready: 0.8,
  draft: 0.5,
  retired: 0,
}

/**
 * How far a story carries a principle, 0 to 1: 1 as its primary one and 0.6 as a secondary one, times 1 when
 * rehearsed, 0.8 when ready, 0.5 as a draft. A retired story carries nothing.
 */
export function cellStrength(as: CoverageCell['as'], status: StoryStatus): number {
  return Math.round(byRole[as] * byStatus[status] * 100) / 100
}

/** As what a story serves a principle, or null. */
export function roleOf(
  { primaryPrinciple, secondaryPrinciples }: ServingStory,
  principle: string,
): CoverageCell['as'] | null {
  if (primaryPrinciple === principle) return 'primary'
  return secondaryPrinciples.includes(principle) ? 'secondary' : null
}

export function canBeTold({ status }: Pick<ServingStory, 'status'>): boolean {
  return status === 'ready' || status === 'rehearsed'
}

/** The matrix of principles and stories: what is missing comes first, and what hangs on one story is named. */
export function coverageOf(
  stories: readonly ServingStory[],
  principles: readonly WantedPrinciple[],
): Coverage {
  const kept = stories.filter(({ status }) => status !== 'retired')
  const rows = principles.map((principle) => rowOf(principle, kept))
  const strengthOf = (id: string) =>
    rows.reduce(
      (sum, { cells }) => sum + (cells.find(({ story }) => story === id)?.strength ?? 0),
      0,
    )
  const columns = kept
    .map((story) => ({ story, strength: strengthOf(story.id) }))
    // Equals stay as they came.
    .toSorted((a, b) => b.strength - a.strength)
  return {
    stories: columns.map(({ story: { id, title, status } }) => ({
      id,
      title,
      status,
      serves: rows.filter(({ cells }) => cells.some(({ story }) => story === id)).length,
    })),
    rows: rows.toSorted((a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state)),
    single: columns.flatMap(({ story }) => singlePoint(story, rows)),
    totals: {
      wanted: rows.reduce((sum, { minimum }) => sum + minimum, 0),
      there: rows.reduce((sum, row) => sum + Math.min(row.minimum, row.stories), 0),
      covered: rows.filter(({ missing }) => missing === 0).length,
      principles: rows.length,
    },
  }
}

const stateOrder: readonly CoverageRow['state'][] = ['gap', 'thin', 'drafts', 'covered']

function rowOf(
  { id, name, short, minStories, ownMinimum }: WantedPrinciple,
  stories: readonly ServingStory[],
): CoverageRow {
  const serving = stories.flatMap((story) => {
    const as = roleOf(story, id)
    return as === null ? [] : [{ story, as }]
  })
  const minimum = ownMinimum ?? minStories
  const tellable = serving.filter(({ story }) => canBeTold(story)).length
  const missing = Math.max(0, minimum - serving.length)
  return {
    principle: id,
    name,
    short,
    minimum,
    isOwn: ownMinimum !== null,
    stories: serving.length,
    tellable,
    missing,
    state:
      missing > 0
        ? serving.length === 0
          ? 'gap'
          : 'thin'
        : tellable < minimum
          ? 'drafts'
          : 'covered',
    cells: serving.map(({ story, as }) => ({
      story: story.id,
      as,
      strength: cellStrength(as, story.status),
    })),
  }
}

/** The principles that have this story and no other, where any is wanted. */
function singlePoint(story: ServingStory, rows: readonly CoverageRow[]): Coverage['single'] {
  const alone = rows.filter(
    ({ minimum, cells }) => minimum > 0 && cells.length === 1 && cells[0]?.story === story.id,
  )
  if (alone.length === 0) return []
  const title = story.title.trim() === '' ? 'this untitled story' : `“${story.title}”`
  const names = alone.map(({ name }) => name)
  return [
    {
      story: story.id,
      title: story.title,
      principles: alone.map(({ principle, name }) => ({ id: principle, name })),
      message: `Without ${title}, ${listed(names)} ${names.length === 1 ? 'has' : 'have'} nothing.`,
    },
  ]
}

/** Names as a list: principles have commas of their own, so semicolons part them. */
function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  const last = names.at(-1) ?? ''
  const first = names.slice(0, -1)
  return names.some((name) => /[,;]/.test(name)) || names.length > 2
    ? `${first.join('; ')}; and ${last}`
    : `${first.join('')} and ${last}`
}
