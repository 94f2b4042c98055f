import type { PlaybookUse } from '#contract/own-playbooks.ts'
import type { ReadableDb } from '../store/database.ts'

/** Tables whose rows are made for a level, and the column that names it. */
const marks = [
  ['checklist_mark', 'playbook'],
  ['checklist_own_item', 'playbook'],
  ['checklist_note', 'playbook'],
  ['proof', 'playbook'],
  ['metric_value', 'playbook'],
  ['hour_budget', 'playbook'],
  ['milestone_choice', 'playbook'],
  ['story_checklist_item', 'playbook'],
  ['story', 'level'],
] as const

/** What refers to a playbook; what lies in the trash does too, as it can be put back. */
export function useOf(db: ReadableDb, id: string): PlaybookUse {
  const count = (table: string, column: string) =>
    db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${column} = @id`, { id })?.n ??
    0
  return {
    isTarget: count('profile', 'level') > 0,
    sessions: count('session', 'playbook'),
    marks: marks.reduce((sum, [table, column]) => sum + count(table, column), 0),
  }
}
