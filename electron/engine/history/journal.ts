import type { Database } from 'better-sqlite3'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { changeToJoin, foldUpdates } from './merging.ts'

/** The tables whose every change can be taken back. A new table of user data is added here, and is undoable. */
export const journaledTables = [
  'profile',
  'category_mapping',
  'session',
  'session_count',
  'hour_budget',
  'milestone_choice',
  'timer',
  'timer_event',
  'import_record',
  'import_mapping',
  'story',
  'story_text',
  'story_principle',
  'story_checklist_item',
  'story_dismissal',
  'story_result',
  'evidence',
  'evidence_link',
  'rehearsal',
  'rehearsal_part',
  'recording',
  'recording_setting',
  'principle_minimum',
  'loop_round',
  'story_settings',
  'rest_weekday',
  'day_off',
  'mock',
  'mock_principle',
  'mock_question',
  'own_question',
  'favourite_question',
  'question_result',
  'checklist_mark',
  'checklist_history',
  'checklist_note',
  'checklist_own_item',
  'proof',
  'metric_value',
  'scope_figure',
  'scope_rung',
  'playbook_text',
  'report_choice',
  'report_preset',
  'report_alias',
] as const

/** How many changes can be taken back; older ones are forgotten. */
const kept = 1000

/**
 * Makes SQLite itself write down each row of the journaled tables before and after a change, for as long as a
 * change is open. Triggers see every write of every handler, so no handler can forget to be undoable. They are
 * temporary: they belong to the connection, not to the file, and follow the schema without migrations.
 */
export function installJournal(connection: Database): void {
  connection.exec('CREATE TEMP TABLE open_change (id INTEGER NOT NULL)')
  for (const table of journaledTables) {
    const columns = columnsOf(connection, table)
    const row = (alias: 'OLD' | 'NEW') =>
      `json_object(${columns.map((name) => `'${name}', ${alias}."${name}"`).join(', ')})`
    const write = (before: string, after: string) => `
      INSERT INTO change_row (change_id, seq, table_name, before, after)
      SELECT id, (SELECT coalesce(max(seq), 0) + 1 FROM change_row WHERE change_id = id),
             '${table}', ${before}, ${after}
      FROM open_change;`
    // An update that leaves the row as it was is no change: nobody wants to undo it. Only there it is looked at, as
    // an import of 100,000 rows would write each row down twice.
    const trigger = (event: 'INSERT' | 'UPDATE' | 'DELETE', before: string, after: string) => `
      CREATE TEMP TRIGGER journal_${table}_${event} AFTER ${event} ON main.${table}
      WHEN EXISTS (SELECT 1 FROM open_change)${event === 'UPDATE' ? ` AND ${before} IS NOT ${after}` : ''}
      BEGIN ${write(before, after)} END;`
    connection.exec(trigger('INSERT', 'NULL', row('NEW')))
    connection.exec(trigger('UPDATE', row('OLD'), row('NEW')))
    connection.exec(trigger('DELETE', row('OLD'), 'NULL'))
  }
}

/** What the history says of a change. A `mergeKey` lets it join the change before it, which has the same. */
type Step = Readonly<{ label: string; madeAt: string; mergeKey: string | null }>

/**
 * Runs `work` as one change, or as more of the change before it where the two belong together; `work` is told which.
 * Returns the change's id, or null when no journaled row changed. A new change makes those that were taken back
 * unrepeatable, as everywhere.
 */
export function journaled<T>(
  db: WritableDb,
  step: Step,
  work: (continues: boolean) => T,
): { value: T; change: number | null } {
  const continued = changeToJoin(db, step)
  const change = continued ?? newChange(db, step)
  const before = rowsOf(db, change)
  db.run('INSERT INTO open_change (id) VALUES (@change)', { change })
  const value = work(continued !== null)
  db.run('DELETE FROM open_change')
  if (rowsOf(db, change) === before) {
    if (continued === null) db.run('DELETE FROM change WHERE id = @change', { change })
    return { value, change: null }
  }
  if (continued !== null) foldUpdates(db, change, before)
  db.run('DELETE FROM change WHERE undone_seq IS NOT NULL')
  db.run('DELETE FROM change WHERE id <= @change - @kept', { change, kept })
  return { value, change }
}

function newChange(db: WritableDb, step: Step): number {
  db.run('INSERT INTO change (label, made_at, merge_key) VALUES (@label, @madeAt, @mergeKey)', step)
  return Number(db.get<{ id: number }>('SELECT max(id) AS id FROM change')?.id)
}

/** The number of the last row that a change wrote down. */
function rowsOf(db: ReadableDb, change: number): number {
  return (
    db.get<{ seq: number | null }>(
      'SELECT max(seq) AS seq FROM change_row WHERE change_id = @change',
      { change },
    )?.seq ?? 0
  )
}

function columnsOf(connection: Database, table: string): readonly string[] {
  const rows = connection.pragma(`table_info(${table})`) as { name: string }[]
  return rows.map((row) => row.name)
}
