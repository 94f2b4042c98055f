import type { Evidence, EvidenceFacts, EvidenceLink, EvidenceUse } from '#contract/evidence.ts'
import type { Instant } from '#contract/units.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

type Row = Omit<Evidence, 'links'>
type Listed = Evidence & Readonly<{ deletedAt: Instant | null }>

/** Figures by metric: those of `ids`, also from the trash; or all that are not in it. */
export function readEvidence(db: ReadableDb, ids: readonly string[] | null = null): Listed[] {
  const chosen = ids === null ? null : JSON.stringify(ids)
  const rows = db.all<Row & { deletedAt: Instant | null }>(
    `SELECT id, metric, baseline, target, achieved, unit, period, source, note,
       created_at AS createdAt, changed_at AS changedAt, deleted_at AS deletedAt
     FROM evidence
     WHERE iif(@chosen IS NULL, deleted_at IS NULL, id IN (SELECT value FROM json_each(@chosen)))
     ORDER BY metric COLLATE NOCASE, id`,
    { chosen },
  )
  const links = Map.groupBy(
    db.all<EvidenceLink & { evidence_id: string }>(
      'SELECT evidence_id, kind, playbook, item FROM evidence_link ORDER BY kind, playbook, item',
    ),
    (link) => link.evidence_id,
  )
  return rows.map(({ createdAt, changedAt, deletedAt, ...facts }) => ({
    ...facts,
    links: (links.get(facts.id) ?? []).map(({ kind, playbook, item }) => ({
      kind,
      playbook,
      item,
    })),
    createdAt,
    changedAt,
    deletedAt,
  }))
}

/** One figure that is not in the trash. */
export function findEvidence(db: ReadableDb, id: string): Evidence | undefined {
  const [found] = readEvidence(db, [id])
  if (!found || found.deletedAt !== null) return undefined
  const { deletedAt: _, ...evidence } = found
  return evidence
}

/** The titles of the stories that use each figure, by its id; stories in the trash do not count. */
export function storiesUsing(db: ReadableDb): Map<string, EvidenceUse['stories']> {
  const rows = db.all<{ evidence_id: string; id: string; title: string }>(
    `SELECT evidence_id, story.id, coalesce(text, '') AS title
     FROM story_result
     JOIN story ON story.id = story_result.story_id AND deleted_at IS NULL
     LEFT JOIN story_text ON story_text.story_id = story.id AND field = 'title'
     ORDER BY evidence_id, title, story.id`,
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row.evidence_id)].map(([id, uses]) => [
      id,
      uses.map((use) => ({ id: use.id, title: use.title })),
    ]),
  )
}

/** Those of the ids that name no figure, or one in the trash. */
export function missingEvidence(db: ReadableDb, ids: readonly string[]): string[] {
  if (ids.length === 0) return []
  return db
    .all<{ id: string }>(
      `SELECT value AS id FROM json_each(@ids)
       WHERE value NOT IN (SELECT id FROM evidence WHERE deleted_at IS NULL)`,
      { ids: JSON.stringify(ids) },
    )
    .map(({ id }) => id)
}

/** Writes a figure, new or in place of the one that has its id. */
export function writeEvidence(
  db: WritableDb,
  id: string,
  { links, ...facts }: EvidenceFacts,
  now: Instant,
): void {
  db.run(
    `INSERT INTO evidence (id, metric, baseline, target, achieved, unit, period, source, note, created_at, changed_at)
     VALUES (@id, @metric, @baseline, @target, @achieved, @unit, @period, @source, @note, @now, @now)
     ON CONFLICT (id) DO UPDATE SET
       metric = excluded.metric, baseline = excluded.baseline, target = excluded.target,
       achieved = excluded.achieved, unit = excluded.unit, period = excluded.period,
       source = excluded.source, note = excluded.note, changed_at = excluded.changed_at`,
    { id, ...facts, now },
  )
  db.run(
    `DELETE FROM evidence_link WHERE evidence_id = @id AND NOT EXISTS (
       SELECT 1 FROM json_each(@links) WHERE value ->> 'kind' = kind
         AND value ->> 'playbook' = playbook AND value ->> 'item' = item)`,
    { id, links: JSON.stringify(links) },
  )
  for (const link of links)
    db.run(
      `INSERT INTO evidence_link (evidence_id, kind, playbook, item)
       VALUES (@id, @kind, @playbook, @item) ON CONFLICT DO NOTHING`,
      { id, ...link },
    )
}
