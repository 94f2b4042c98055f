import type { StoryVersionRow } from '#contract/stories.ts'
import type { StoryContent } from '#contract/story.ts'
import type { Instant } from '#contract/units.ts'
import { patched } from '#domain/story-content.ts'
import { emptyContent } from '#domain/story-fields.ts'
import type { ReadContext } from '../handlers.ts'
import { refuse } from '../refusal.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { textsOfContent } from './rows.ts'

/** How many versions of a story are kept; older ones are forgotten. */
export const keptVersions = 200

type Stored = Omit<StoryVersionRow, 'current'>
type Origin = StoryVersionRow['origin']

const columns = `version, origin, began_at AS beganAt, saved_at AS savedAt, title, characters`

/** The kept versions of a story, the newest first. */
export function listVersions(db: ReadableDb, id: string): Stored[] {
  return db.all<Stored>(
    `SELECT ${columns} FROM story_version WHERE story_id = @id ORDER BY version DESC`,
    { id },
  )
}

/** One version with its content; refuses with `not-found`. */
export function requireVersion(
  { db }: Pick<ReadContext, 'db'>,
  id: string,
  version: number,
): Stored & Readonly<{ content: StoryContent }> {
  const row = db.get<Stored & { content: string }>(
    `SELECT ${columns}, content FROM story_version WHERE story_id = @id AND version = @version`,
    { id, version },
  )
  if (!row)
    return refuse({
      code: 'not-found',
      message: 'This version is no longer kept.',
      hint: 'Choose one from the list of versions.',
    })
  // Written by `keepVersion` from content that had passed its schema; a field that came later is empty in it.
  return { ...row, content: patched(emptyContent, JSON.parse(row.content) as StoryContent) }
}

/** The number that the next save of a story gets: higher than any it ever had, also one that was undone. */
export function nextVersion(db: ReadableDb, id: string): number {
  return (
    (db.get<{ version: number | null }>(
      `SELECT max(version) AS version FROM (
         SELECT version FROM story_version WHERE story_id = @id
         UNION ALL SELECT version FROM story WHERE id = @id)`,
      { id },
    )?.version ?? 0) + 1
  )
}

/**
 * Keeps what a story is after a save. `replaces` is the version that this save only goes on from: its row moves to
 * the new number, so that a stretch of editing is one version.
 */
export function keepVersion(
  db: WritableDb,
  save: Readonly<{ id: string; version: number; origin: Origin; savedAt: Instant }>,
  content: StoryContent,
  replaces: number | null,
): void {
  const { id, version, origin, savedAt } = save
  const row = {
    id,
    version,
    savedAt,
    title: content.title,
    characters: textsOfContent(content).reduce((sum, { text }) => sum + text.length, 0),
    content: JSON.stringify(content),
  }
  const isMoved =
    replaces !== null &&
    db.run(
      `UPDATE story_version SET version = @version, saved_at = @savedAt, title = @title,
         characters = @characters, content = @content
       WHERE story_id = @id AND version = @replaces`,
      { ...row, replaces },
    ) > 0
  if (isMoved) return
  db.run(
    `INSERT INTO story_version (story_id, version, origin, began_at, saved_at, title, characters, content)
     VALUES (@id, @version, @origin, @savedAt, @savedAt, @title, @characters, @content)`,
    { ...row, origin },
  )
  db.run(
    `DELETE FROM story_version WHERE story_id = @id AND version <= (
       SELECT version FROM story_version WHERE story_id = @id
       ORDER BY version DESC LIMIT 1 OFFSET @kept)`,
    { id, kept: keptVersions },
  )
}

/** Forgets the versions of stories that no longer exist and that no undo could bring back. */
export function forgetVersions(db: WritableDb): void {
  db.run(
    `DELETE FROM story_version
     WHERE story_id NOT IN (SELECT id FROM story)
       AND story_id NOT IN (
         SELECT coalesce(before ->> '$.id', after ->> '$.id') FROM change_row WHERE table_name = 'story')`,
  )
}
