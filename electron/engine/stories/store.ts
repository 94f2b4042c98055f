import type { Story, StoryContent, StoryStatus } from '#contract/story.ts'
import { gapsOf } from '#domain/story-content.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import {
  contentOf,
  listFields,
  rowOfContent,
  storyColumns,
  textsOfContent,
  type StoryBelongings,
  type StoryRow,
  type TextRow,
} from './rows.ts'

/**
 * Stories whole, the last changed first: all of them, or those of `ids`; those in the trash only where `which` is
 * `all`. Six statements, however many stories.
 */
export function readStories(
  db: ReadableDb,
  ids: readonly string[] | null = null,
  which: 'kept' | 'all' = 'kept',
): Story[] {
  const chosen = ids === null ? null : JSON.stringify(ids)
  const rows = db.all<StoryRow>(
    `SELECT ${storyColumns} FROM story
     WHERE (deleted_at IS NULL OR @which = 'all') AND (@chosen IS NULL OR id IN (SELECT value FROM json_each(@chosen)))
     ORDER BY changed_at DESC, id DESC`,
    { chosen, which },
  )
  const belongingsOf = belongings(db, chosen)
  return rows.map((row) => storyOf(row, belongingsOf(row.id)))
}

/** One story that is not in the trash. */
export function findStory(db: ReadableDb, id: string): Story | undefined {
  return readStories(db, [id])[0]
}

function storyOf(row: StoryRow, hanging: StoryBelongings): Story {
  const content = contentOf(row, hanging)
  return {
    id: row.id,
    status: row.status,
    version: row.version,
    ...content,
    dismissals: hanging.dismissals,
    missing: gapsOf(content),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

type Owned<Row> = Readonly<{ story_id: string }> & Row

/** Reads what hangs on the chosen stories, all at once, and gives it out by story. */
function belongings(db: ReadableDb, chosen: string | null): (id: string) => StoryBelongings {
  const owned = <Row>(columns: string, table: string, order: string) =>
    Map.groupBy(
      db.all<Owned<Row>>(
        `SELECT story_id, ${columns} FROM ${table}
         WHERE @chosen IS NULL OR story_id IN (SELECT value FROM json_each(@chosen))
         ORDER BY story_id, ${order}`,
        { chosen },
      ),
      (row) => row.story_id,
    )
  const texts = owned<TextRow>('field, position, text', 'story_text', 'field, position')
  const principles = owned<{ principle: string }>('principle', 'story_principle', 'position')
  const results = owned<{ evidence_id: string }>('evidence_id', 'story_result', 'position')
  const items = owned<{ playbook: string; item: string }>(
    'playbook, item',
    'story_checklist_item',
    'position',
  )
  const dismissals = owned<Story['dismissals'][number]>(
    'rule, reason, dismissed_at AS dismissedAt',
    'story_dismissal',
    'rule',
  )
  return (id) => ({
    texts: texts.get(id) ?? [],
    secondaryPrinciples: (principles.get(id) ?? []).map(({ principle }) => principle),
    results: (results.get(id) ?? []).map(({ evidence_id }) => evidence_id),
    checklistItems: (items.get(id) ?? []).map(({ playbook, item }) => ({ playbook, item })),
    dismissals: (dismissals.get(id) ?? []).map(({ rule, reason, dismissedAt }) => ({
      rule,
      reason,
      dismissedAt,
    })),
  })
}

/** Makes the row of a new story; its content is written by `writeContent`. */
export function insertStory(
  db: WritableDb,
  row: Pick<StoryRow, 'id' | 'status' | 'version' | 'created_at'>,
): void {
  db.run(
    `INSERT INTO story (id, status, version, created_at, changed_at)
     VALUES (@id, @status, @version, @created_at, @created_at)`,
    row,
  )
}

/** Writes what differs from what is stored; `before` is that, or null where nothing is. */
export function writeContent(
  db: WritableDb,
  story: Pick<StoryRow, 'id' | 'version' | 'changed_at'>,
  content: StoryContent,
  before: StoryContent | null,
): void {
  const { id } = story
  db.run(
    `UPDATE story SET
       version = @version, changed_at = @changed_at, level = @level,
       primary_principle = @primary_principle, archetype = @archetype, when_from = @when_from,
       when_to = @when_to, people_led = @people_led, people_affected = @people_affected,
       teams = @teams, budget_usd = @budget_usd, duration_months = @duration_months,
       highest_stakeholder = @highest_stakeholder, technology_level = @technology_level
     WHERE id = @id`,
    { ...story, ...rowOfContent(content) },
  )
  writeTexts(db, id, content, before)
  writeLists(db, id, content)
}

function writeTexts(
  db: WritableDb,
  id: string,
  content: StoryContent,
  before: StoryContent | null,
): void {
  const place = ({ field, position }: TextRow) => `${field} ${position}`
  const stored = new Map(
    (before ? textsOfContent(before) : []).map((row) => [place(row), row.text]),
  )
  for (const row of textsOfContent(content)) {
    const isListed = listFields.some((field) => field === row.field)
    // A text that was never written needs no row; one that was emptied keeps its own.
    if (row.text === (stored.get(place(row)) ?? (isListed ? null : ''))) continue
    db.run(
      `INSERT INTO story_text (story_id, field, position, text) VALUES (@id, @field, @position, @text)
       ON CONFLICT (story_id, field, position) DO UPDATE SET text = excluded.text`,
      { id, ...row },
    )
  }
  const lengths = { tags: content.tags.length, followUps: content.followUps.length }
  for (const field of listFields)
    db.run('DELETE FROM story_text WHERE story_id = @id AND field = @field AND position >= @n', {
      id,
      field,
      n: field === 'tags' ? lengths.tags : lengths.followUps,
    })
}

function writeLists(db: WritableDb, id: string, content: StoryContent): void {
  content.secondaryPrinciples.forEach((principle, position) =>
    db.run(
      `INSERT INTO story_principle (story_id, position, principle) VALUES (@id, @position, @principle)
       ON CONFLICT DO UPDATE SET principle = excluded.principle`,
      { id, position, principle },
    ),
  )
  content.results.forEach((evidence, position) =>
    db.run(
      `INSERT INTO story_result (story_id, position, evidence_id) VALUES (@id, @position, @evidence)
       ON CONFLICT DO UPDATE SET evidence_id = excluded.evidence_id`,
      { id, position, evidence },
    ),
  )
  content.checklistItems.forEach(({ playbook, item }, position) =>
    db.run(
      `INSERT INTO story_checklist_item (story_id, position, playbook, item)
       VALUES (@id, @position, @playbook, @item)
       ON CONFLICT DO UPDATE SET playbook = excluded.playbook, item = excluded.item`,
      { id, position, playbook, item },
    ),
  )
  const longer = (n: number) => ({ id, n })
  db.run(
    'DELETE FROM story_principle WHERE story_id = @id AND position >= @n',
    longer(content.secondaryPrinciples.length),
  )
  db.run(
    'DELETE FROM story_result WHERE story_id = @id AND position >= @n',
    longer(content.results.length),
  )
  db.run(
    'DELETE FROM story_checklist_item WHERE story_id = @id AND position >= @n',
    longer(content.checklistItems.length),
  )
}

export function writeStatus(db: WritableDb, id: string, status: StoryStatus): void {
  db.run('UPDATE story SET status = @status WHERE id = @id', { id, status })
}

export function writeDismissal(
  db: WritableDb,
  id: string,
  dismissal: Story['dismissals'][number],
): void {
  db.run(
    `INSERT INTO story_dismissal (story_id, rule, reason, dismissed_at)
     VALUES (@id, @rule, @reason, @dismissedAt)
     ON CONFLICT DO UPDATE SET reason = excluded.reason, dismissed_at = excluded.dismissed_at`,
    { id, ...dismissal },
  )
}

export function deleteDismissal(db: WritableDb, id: string, rule: string): void {
  db.run('DELETE FROM story_dismissal WHERE story_id = @id AND rule = @rule', { id, rule })
}
