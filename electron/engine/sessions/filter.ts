import type { ParsedInputOf } from '#contract/index.ts'
import type { ReadContext } from '../handlers.ts'
import { planCategories } from '../profile/plan-category.ts'
import { type Conditions, notTrashed } from './conditions.ts'
import { searchQuery } from './search.ts'
import { sumsByCategory } from './sums.ts'

type Filter = NonNullable<ParsedInputOf<'sessions.page'>['filter']>

/** The conditions of a filter; sessions in the trash are never among them. */
export function conditionsOf(context: ReadContext, filter: Filter | undefined): Conditions {
  if (!filter) return notTrashed
  const parts = [notTrashed]
  const add = (sql: string, params: Conditions['params']) => parts.push({ sql, params })
  const query = searchQuery(filter.text ?? '')
  if (query !== null)
    add('seq IN (SELECT rowid FROM session_search WHERE session_search MATCH @query)', { query })
  if (filter.from) add('study_day >= @from', { from: filter.from })
  if (filter.to) add('study_day <= @to', { to: filter.to })
  if (filter.categories)
    add(`playbook || '/' || category IN (SELECT value FROM json_each(@places))`, {
      places: JSON.stringify(placesOf(context, filter.categories)),
    })
  if (filter.kinds)
    add(
      `id IN (SELECT session_id FROM session_count
              WHERE kind IN (SELECT value FROM json_each(@kinds)))`,
      { kinds: JSON.stringify(filter.kinds) },
    )
  return {
    sql: parts.map((part) => part.sql).join(' AND '),
    params: Object.assign({}, ...parts.map((part) => part.params)) as Conditions['params'],
  }
}

/** The categories as logged that count in the chosen categories of the current plan. */
function placesOf(context: ReadContext, chosen: readonly (string | null)[]): string[] {
  const planCategoryOf = planCategories(context)
  return sumsByCategory(context.db)
    .filter((row) => chosen.includes(planCategoryOf(row.playbook, row.category)))
    .map((row) => `${row.playbook}/${row.category}`)
}
