import type { ServingStory } from '#domain/coverage.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

/** The stories that are not in the trash with the principles that they serve, the last changed first. */
export function servingStories(db: ReadableDb): ServingStory[] {
  const rows = db.all<Omit<ServingStory, 'secondaryPrinciples'>>(
    `SELECT story.id, status, coalesce(text, '') AS title, primary_principle AS primaryPrinciple
     FROM story LEFT JOIN story_text ON story_id = story.id AND field = 'title' AND position = 0
     WHERE deleted_at IS NULL ORDER BY changed_at DESC, story.id DESC`,
  )
  const secondary = Map.groupBy(
    db.all<{ story_id: string; principle: string }>(
      'SELECT story_id, principle FROM story_principle ORDER BY story_id, position',
    ),
    (row) => row.story_id,
  )
  return rows.map(({ id, title, status, primaryPrinciple }) => ({
    id,
    title,
    status,
    primaryPrinciple,
    secondaryPrinciples: (secondary.get(id) ?? []).map(({ principle }) => principle),
  }))
}

/** The person's own minimums, by principle. */
export function ownMinimums(db: ReadableDb): ReadonlyMap<string, number> {
  return new Map(
    db
      .all<{ principle: string; minimum: number }>(
        'SELECT principle, minimum FROM principle_minimum',
      )
      .map(({ principle, minimum }) => [principle, minimum]),
  )
}

/** Sets a minimum; null forgets the person's own. */
export function writeMinimum(db: WritableDb, principle: string, minimum: number | null): void {
  if (minimum === null)
    db.run('DELETE FROM principle_minimum WHERE principle = @principle', { principle })
  else
    db.run(
      `INSERT INTO principle_minimum (principle, minimum) VALUES (@principle, @minimum)
       ON CONFLICT (principle) DO UPDATE SET minimum = excluded.minimum`,
      { principle, minimum },
    )
}
