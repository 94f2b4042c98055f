import type { ReadableDb } from '../store/database.ts'

/**
 * What the story bank says for the milestones: how many stories are ready or rehearsed, and how many principles those
 * serve. Drafts and retired stories do not count: a milestone is about stories that can be told. Both are left out
 * while the bank is empty, so that a count stated by hand holds until the first story is entered.
 */
export function storyFacts(db: ReadableDb): Readonly<{ stories?: number; principles?: number }> {
  const bank = db.get<{ all: number; tellable: number }>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE status IN ('ready', 'rehearsed')) AS tellable
     FROM story WHERE deleted_at IS NULL`,
  )
  if (!bank || bank.all === 0) return {}
  const served = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (
       SELECT primary_principle FROM story
       WHERE deleted_at IS NULL AND status IN ('ready', 'rehearsed') AND primary_principle IS NOT NULL
       UNION
       SELECT principle FROM story_principle JOIN story ON id = story_id
       WHERE deleted_at IS NULL AND status IN ('ready', 'rehearsed'))`,
  )
  return { stories: bank.tellable, principles: served?.n ?? 0 }
}
