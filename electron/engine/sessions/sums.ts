import type { CountKind } from '#contract/playbooks.ts'
import type { Seconds, StudyDay } from '#contract/units.ts'
import type { ReadableDb } from '../store/database.ts'
import { type Conditions, notTrashed } from './conditions.ts'

type CategorySum = Readonly<{
  playbook: string
  category: string
  sessions: number
  seconds: Seconds
}>

/** Time and sessions per category as logged. Read from an index that holds just these columns. */
export function sumsByCategory(db: ReadableDb): CategorySum[] {
  return db.all<CategorySum>(
    `SELECT playbook, category, count(*) AS sessions, sum(duration_s) AS seconds
     FROM session WHERE deleted_at IS NULL
     GROUP BY playbook, category ORDER BY playbook, category`,
  )
}

type DaySum = Readonly<{ day: StudyDay; sessions: number; seconds: Seconds }>

/** Time and sessions per study day, of the sessions that the conditions hold for, newest first. */
export function sumsByDay(db: ReadableDb, conditions: Conditions = notTrashed): DaySum[] {
  return db.all<DaySum>(
    `SELECT study_day AS day, count(*) AS sessions, sum(duration_s) AS seconds
     FROM session WHERE ${conditions.sql}
     GROUP BY study_day ORDER BY study_day DESC`,
    conditions.params,
  )
}

type CountSum = Readonly<{ kind: CountKind; total: number }>

/** What was counted, over all sessions. */
export function sumsByCount(db: ReadableDb): CountSum[] {
  return db.all<CountSum>(
    `SELECT kind, sum(n) AS total
     FROM session_count JOIN session ON session.id = session_id
     WHERE deleted_at IS NULL GROUP BY kind ORDER BY kind`,
  )
}
