import type { Mock, MockContent, MockType } from '#contract/mocks.ts'

/** The types of mock interview with their names, in the order in which they are offered. */
export const mockTypeNames: Readonly<Record<MockType, string>> = {
  behavioural: 'Behavioural',
  'system-design': 'System design',
  coding: 'Coding',
  'bar-raiser': 'Bar raiser',
  'hiring-manager': 'Hiring manager',
  'full-loop': 'Full loop',
  strategy: 'Strategy',
  executive: 'Executive',
}

/** What the ratings 1 to 5 of a whole interview mean. */
export const overallNames = ['Strong no hire', 'No hire', 'Mixed', 'Hire', 'Strong hire'] as const

/** What the ratings 1 to 5 of one principle, one skill or one answer mean. */
export const ratingNames = ['Missing', 'Weak', 'Adequate', 'Good', 'Outstanding'] as const

export type TechnicalSkill = keyof MockContent['technical']

/** The technical skills with their names, in the order of the scorecard. */
export const technicalNames: Readonly<Record<TechnicalSkill, string>> = {
  problemSolving: 'Problem solving',
  code: 'Code',
  design: 'Design',
  communication: 'Communication',
}

const aboveL6: readonly MockType[] = ['strategy', 'executive']

/**
 * The types that a level's loop has: at L6 no strategy and no executive round. A level of the person's own has all,
 * since nothing is known of its loop.
 */
export function mockTypesOf(level: string): readonly MockType[] {
  // The keys of a record that is complete by its type.
  const types = Object.keys(mockTypeNames) as MockType[]
  return level === 'L6' ? types.filter((type) => !aboveL6.includes(type)) : types
}

/** One interview in the history of a principle: the interviewer's rating and the own one, each null where not given. */
export type TrendPoint = Readonly<{
  mockId: string
  date: string
  outside: number | null
  self: number | null
}>

/** How one principle went over time, the oldest first. */
export type PrincipleTrend = Readonly<{
  principle: string
  points: readonly TrendPoint[]
  /** The latest rating of each kind; null where there is none. */
  latestOutside: number | null
  latestSelf: number | null
  /** Latest minus first outside rating; null with fewer than two. */
  change: number | null
  /**
   * Own rating minus the interviewer's at the latest interview that has both: above 0 is rated higher by oneself.
   * The two are set side by side and never made into one figure.
   */
  gap: number | null
}>

/** The history of every principle that was rated at least once, the most often rated first, then by `order`. */
export function principleTrends(
  mocks: readonly Pick<Mock, 'id' | 'date' | 'createdAt' | 'principles'>[],
  order: readonly string[],
): readonly PrincipleTrend[] {
  const oldestFirst = mocks.toSorted((a, b) =>
    byText(`${a.date} ${a.createdAt} ${a.id}`, `${b.date} ${b.createdAt} ${b.id}`),
  )
  const rated = oldestFirst.flatMap(({ id, date, principles }) =>
    principles
      .filter(({ rating, selfRating }) => rating !== null || selfRating !== null)
      .map(({ principle, rating, selfRating }) => ({
        principle,
        point: { mockId: id, date, outside: rating, self: selfRating },
      })),
  )
  const place = (principle: string) => {
    const at = order.indexOf(principle)
    return at < 0 ? order.length : at
  }
  return [...Map.groupBy(rated, ({ principle }) => principle)]
    .map(([principle, rows]) =>
      trendOf(
        principle,
        rows.map(({ point }) => point),
      ),
    )
    .toSorted(
      (a, b) => b.points.length - a.points.length || place(a.principle) - place(b.principle),
    )
}

function trendOf(principle: string, points: readonly TrendPoint[]): PrincipleTrend {
  const outside = points.flatMap((point) => point.outside ?? [])
  const both = points.findLast((point) => point.outside !== null && point.self !== null)
  const [first] = outside
  const last = outside.at(-1)
  return {
    principle,
    points,
    latestOutside: last ?? null,
    latestSelf: points.findLast((point) => point.self !== null)?.self ?? null,
    change: outside.length < 2 || first === undefined || last === undefined ? null : last - first,
    gap: both ? (both.self ?? 0) - (both.outside ?? 0) : null,
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
