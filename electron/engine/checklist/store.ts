import type { ChecklistNote, ChecklistRow, ChecklistState } from '#contract/checklist.ts'
import type { Instant, StudyDay } from '#contract/units.ts'
import type { SaidState } from '#domain/checklist.ts'
import type { ReadContext } from '../handlers.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

export type Mark = Readonly<{ item: string; state: SaidState; confidence: number | null }>

/** What was said of the items of a level; untouched items are left out. */
export function readMarks(db: ReadableDb, playbook: string): Mark[] {
  return db.all<Mark>(
    'SELECT item, state, confidence FROM checklist_mark WHERE playbook = @playbook',
    {
      playbook,
    },
  )
}

export function writeMark(db: WritableDb, playbook: string, mark: Mark, now: Instant): void {
  db.run(
    `INSERT INTO checklist_mark (playbook, item, state, confidence, changed_at)
     VALUES (@playbook, @item, @state, @confidence, @now)
     ON CONFLICT (playbook, item) DO UPDATE SET
       state = excluded.state, confidence = excluded.confidence, changed_at = excluded.changed_at`,
    { playbook, ...mark, now },
  )
}

export function readNotes(
  db: ReadableDb,
  playbook: string,
): (ChecklistNote & Readonly<{ item: string }>)[] {
  return db.all(
    `SELECT id, item, date, text FROM checklist_note WHERE playbook = @playbook
     ORDER BY date DESC, created_at DESC, id DESC`,
    { playbook },
  )
}

export function insertNote(
  db: WritableDb,
  note: Readonly<{ id: string; playbook: string; item: string; date: StudyDay; text: string }>,
  now: Instant,
): void {
  db.run(
    `INSERT INTO checklist_note (id, playbook, item, date, text, created_at, changed_at)
     VALUES (@id, @playbook, @item, @date, @text, @now, @now)`,
    { ...note, now },
  )
}

/** Changes a note; without a date it keeps its own. Returns whether there was one. */
export function updateNote(
  db: WritableDb,
  note: Readonly<{ id: string; date: StudyDay | null; text: string }>,
  now: Instant,
): boolean {
  return (
    db.run(
      `UPDATE checklist_note SET date = coalesce(@date, date), text = @text, changed_at = @now
       WHERE id = @id`,
      { ...note, now },
    ) > 0
  )
}

export function deleteNote(db: WritableDb, id: string): boolean {
  return db.run('DELETE FROM checklist_note WHERE id = @id', { id }) > 0
}

/** The stories that are linked to the items of a level, by title. Retired ones and those in the trash prove nothing. */
export function linkedStories(
  db: ReadableDb,
  playbook: string,
): (ChecklistRow['stories'][number] & Readonly<{ item: string }>)[] {
  return db.all(
    `SELECT item, story.id, coalesce(text, '') AS title, status
     FROM story_checklist_item
     JOIN story ON story.id = story_checklist_item.story_id
       AND deleted_at IS NULL AND status <> 'retired'
     LEFT JOIN story_text ON story_text.story_id = story.id AND field = 'title'
     WHERE playbook = @playbook ORDER BY title, story.id`,
    { playbook },
  )
}

export function readHistory(
  db: ReadableDb,
  playbook: string,
): { item: string; at: Instant; state: ChecklistState }[] {
  return db.all(
    'SELECT item, at, state FROM checklist_history WHERE playbook = @playbook ORDER BY item, n',
    { playbook },
  )
}

export type OwnItem = Readonly<{ id: string; group: string; text: string }>

/** Items that the person added to a level and did not remove, the oldest first. */
export function readOwnItems(db: ReadableDb, playbook: string): OwnItem[] {
  return db.all<OwnItem>(
    `SELECT id, group_id AS "group", text FROM checklist_own_item
     WHERE playbook = @playbook AND deleted_at IS NULL ORDER BY created_at, id`,
    { playbook },
  )
}

/** Own items in the trash, the latest first. */
export function removedItems(
  db: ReadableDb,
): { item: string; level: string; text: string; deletedAt: Instant }[] {
  return db.all(
    `SELECT id AS item, playbook AS level, text, deleted_at AS deletedAt FROM checklist_own_item
     WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id`,
  )
}

export function insertOwnItem(
  db: WritableDb,
  item: OwnItem & Readonly<{ playbook: string }>,
  now: Instant,
): void {
  db.run(
    `INSERT INTO checklist_own_item (id, playbook, group_id, text, created_at, changed_at)
     VALUES (@id, @playbook, @group, @text, @now, @now)`,
    { ...item, now },
  )
}

export function updateOwnItem(db: WritableDb, id: string, text: string, now: Instant): void {
  db.run('UPDATE checklist_own_item SET text = @text, changed_at = @now WHERE id = @id', {
    id,
    text,
    now,
  })
}

/** Deletes all that is said of the own items that were removed before an instant; without one, of all that were. */
export function forgetRemovedItems(db: WritableDb, before: string | null): void {
  const removed = `SELECT id FROM checklist_own_item
    WHERE deleted_at IS NOT NULL AND (@before IS NULL OR deleted_at < @before)`
  for (const table of ['checklist_mark', 'checklist_history', 'checklist_note'])
    db.run(`DELETE FROM ${table} WHERE item IN (${removed})`, { before })
  db.run(`DELETE FROM proof WHERE subject = 'checklist-item' AND item IN (${removed})`, { before })
}

/** Whether a level has an item: of its playbook, or the person's own. */
export function hasItem(
  { db, library }: Pick<ReadContext, 'db' | 'library'>,
  playbook: string,
  item: string,
): boolean {
  const groups = library.get(playbook)?.checklist ?? []
  return (
    groups.some(({ items }) => items.some(({ id }) => id === item)) ||
    db.get(
      `SELECT 1 FROM checklist_own_item
       WHERE id = @item AND playbook = @playbook AND deleted_at IS NULL`,
      { item, playbook },
    ) !== undefined
  )
}
