import type { CountKind } from '#contract/playbooks.ts'
import type { DaysOffView } from '#contract/forecast.ts'
import type { StudyDay } from '#contract/units.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

type DayTime = Readonly<{ day: StudyDay; playbook: string; category: string; seconds: number }>

/** Time per study day and category as logged. */
export function timeByDay(db: ReadableDb): readonly DayTime[] {
  return db.all<DayTime>(
    `SELECT study_day AS day, playbook, category, sum(duration_s) AS seconds
     FROM session WHERE deleted_at IS NULL GROUP BY study_day, playbook, category`,
  )
}

type DayCount = Readonly<{ day: StudyDay; kind: CountKind; n: number }>

/** What was counted, per study day. */
export function countsByDay(db: ReadableDb): readonly DayCount[] {
  return db.all<DayCount>(
    `SELECT study_day AS day, kind, sum(n) AS n
     FROM session_count JOIN session ON session.id = session_id
     WHERE deleted_at IS NULL GROUP BY study_day, kind`,
  )
}

/** The weekdays that rest and the single days off, each in order. */
export function readDaysOff(db: ReadableDb): DaysOffView {
  return {
    restWeekdays: db
      .all<{ weekday: number }>('SELECT weekday FROM rest_weekday ORDER BY weekday')
      .map(({ weekday }) => weekday),
    days: db.all<{ day: StudyDay }>('SELECT day FROM day_off ORDER BY day').map(({ day }) => day),
  }
}

/** Writes only what differs, so that nothing else becomes part of the undo step. */
export function writeDaysOff(db: WritableDb, wanted: DaysOffView): void {
  const kept = readDaysOff(db)
  const without = <Item>(items: readonly Item[], others: readonly Item[]) =>
    items.filter((item) => !others.includes(item))
  for (const weekday of without(kept.restWeekdays, wanted.restWeekdays))
    db.run('DELETE FROM rest_weekday WHERE weekday = @weekday', { weekday })
  for (const weekday of without(wanted.restWeekdays, kept.restWeekdays))
    db.run('INSERT INTO rest_weekday (weekday) VALUES (@weekday)', { weekday })
  for (const day of without(kept.days, wanted.days))
    db.run('DELETE FROM day_off WHERE day = @day', { day })
  for (const day of without(wanted.days, kept.days))
    db.run('INSERT INTO day_off (day) VALUES (@day)', { day })
}

type BegunStory = Readonly<{ at: string; principles: string[] }>

/** When the stories that can be told were begun, the oldest first, with the principles that they serve. */
export function begunStories(db: ReadableDb): readonly BegunStory[] {
  return db
    .all<{ at: string; principles: string }>(
      `SELECT created_at AS at,
         (SELECT json_group_array(principle) FROM (
            SELECT primary_principle AS principle FROM story AS own
            WHERE own.id = story.id AND primary_principle IS NOT NULL
            UNION ALL
            SELECT principle FROM story_principle WHERE story_id = story.id)) AS principles
       FROM story WHERE deleted_at IS NULL AND status IN ('ready', 'rehearsed')
       ORDER BY created_at, id`,
    )
    .map(({ at, principles }) => ({ at, principles: JSON.parse(principles) as string[] }))
}
