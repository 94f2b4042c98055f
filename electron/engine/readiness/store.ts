import type { CountKind } from '#contract/playbooks.ts'
import { shownTitle } from '#domain/story-title.ts'
import type { ReadableDb } from '../store/database.ts'

type LongSession = Readonly<{ playbook: string; category: string; seconds: number }>

/** Sessions that last longer than so many seconds: those that may count for less than they lasted. */
export function longSessions(db: ReadableDb, seconds: number): readonly LongSession[] {
  return db.all<LongSession>(
    `SELECT playbook, category, duration_s AS seconds
     FROM session WHERE deleted_at IS NULL AND duration_s > @seconds`,
    { seconds },
  )
}

/** What was counted of some kinds, of each session no more than `most`. */
export function cappedCount(db: ReadableDb, kinds: readonly CountKind[], most: number): number {
  const found = db.get<{ n: number | null }>(
    `SELECT sum(min(n, @most)) AS n FROM (
       SELECT sum(n) AS n FROM session_count JOIN session ON session.id = session_id
       WHERE deleted_at IS NULL AND kind IN (SELECT value FROM json_each(@kinds))
       GROUP BY session_id)`,
    { most, kinds: JSON.stringify(kinds) },
  )
  return found?.n ?? 0
}

type BankedStory = Readonly<{ id: string; title: string; isReady: boolean; principles: string[] }>

/** The stories that are not retired, the one with the most principles first. */
export function bankedStories(db: ReadableDb): readonly BankedStory[] {
  const rows = db.all<{ id: string; status: string; title: string | null; principles: string }>(
    `SELECT id, status,
       (SELECT text FROM story_text WHERE story_id = story.id AND field = 'title') AS title,
       (SELECT json_group_array(principle) FROM (
          SELECT primary_principle AS principle FROM story AS own
          WHERE own.id = story.id AND primary_principle IS NOT NULL
          UNION ALL
          SELECT principle FROM story_principle WHERE story_id = story.id)) AS principles
     FROM story WHERE deleted_at IS NULL AND status <> 'retired' ORDER BY created_at, id`,
  )
  return rows.map(({ id, status, title, principles }) => ({
    id,
    title: shownTitle(title),
    isReady: status !== 'draft',
    principles: [...new Set(JSON.parse(principles) as string[])],
  }))
}
