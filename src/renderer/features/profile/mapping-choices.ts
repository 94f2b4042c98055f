import type { OutputOf } from '#contract/index.ts'
import type { CategoryMapping } from '#contract/profile.ts'

export type SwitchRow = OutputOf<'profile.previewSwitch'>['rows'][number]

/** The value of "leave unmapped" in a select, which knows no null. */
export const unmapped = ''

/** Names a row of the preview. */
export function rowKey(row: Pick<SwitchRow, 'fromPlaybook' | 'from'>): string {
  return `${row.fromPlaybook}/${row.from}`
}

/** What is chosen for a row before the person chooses: what was in force the last time, else what is suggested. */
export function initialChoice({ current, candidates }: SwitchRow): string {
  if (current !== undefined) return current ?? unmapped
  return candidates[0] ?? unmapped
}

/** The categories of the new plan in the order in which a row offers them: suggestions first. */
export function offered<C extends Readonly<{ slug: string }>>(
  { candidates }: SwitchRow,
  categories: readonly C[],
): readonly Readonly<{ category: C; suggested: boolean }>[] {
  const rank = ({ slug }: C) => {
    const at = candidates.indexOf(slug)
    return at === -1 ? candidates.length : at
  }
  return categories
    .toSorted((a, b) => rank(a) - rank(b))
    .map((category) => ({ category, suggested: candidates[0] === category.slug }))
}

/** What the switch sends: one entry per row, with what was chosen or stands as the first choice. */
export function mappingOf(
  rows: readonly SwitchRow[],
  chosen: Readonly<Record<string, string>>,
): CategoryMapping[] {
  return rows.map((row) => {
    const to = chosen[rowKey(row)] ?? initialChoice(row)
    return { fromPlaybook: row.fromPlaybook, from: row.from, to: to === unmapped ? null : to }
  })
}
