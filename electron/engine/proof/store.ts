import type { Proof, ProofInput } from '#contract/proof.ts'
import type { Instant, StudyDay } from '#contract/units.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatDay } from '#domain/readable.ts'
import { asSeconds } from '#domain/units.ts'
import { shownTitle } from '#domain/story-title.ts'
import type { ReadContext, WriteContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { refuse } from '../refusal.ts'

/** What a piece of evidence proves. */
export type Subject = Readonly<{
  subject: 'checklist-item' | 'indicator'
  playbook: string
  item: string
}>

type Row = Readonly<{
  id: string
  item: string
  kind: Proof['kind']
  text: string
  session_id: string | null
  story_id: string | null
  added_at: Instant
  title: string | null
  session_playbook: string | null
  category: string | null
  study_day: StudyDay | null
  duration_s: number | null
  note: string | null
}>

/** The evidence of every item of one kind at a level, by item, the oldest first; what lies in the trash is left out. */
export function readProofs(
  { db, library }: ReadContext,
  { subject, playbook }: Omit<Subject, 'item'>,
): ReadonlyMap<string, readonly Proof[]> {
  const rows = db.all<Row>(
    `SELECT proof.id, item, kind, proof.text, session_id, proof.story_id, added_at,
       story_text.text AS title, session.playbook AS session_playbook, category, study_day, duration_s, note
     FROM proof
     LEFT JOIN session ON session.id = session_id
     LEFT JOIN story ON story.id = proof.story_id
     LEFT JOIN story_text ON story_text.story_id = story.id AND field = 'title'
     WHERE subject = @subject AND proof.playbook = @playbook
       AND session.deleted_at IS NULL AND story.deleted_at IS NULL
     ORDER BY added_at, proof.id`,
    { subject, playbook },
  )
  const textOf = (row: Row): string => {
    if (row.kind === 'story') return shownTitle(row.title)
    if (row.kind !== 'session' || row.study_day === null) return row.text
    const slug = row.category ?? ''
    const category = library.categoryOf(row.session_playbook ?? '', slug)?.name ?? slug
    const duration = formatDuration(asSeconds(row.duration_s ?? 0))
    const note = (row.note ?? '').trim().replaceAll(/\s+/g, ' ')
    const said = `${formatDay(row.study_day)}, ${duration} of ${category}`
    return note === '' ? said : `${said}: ${note.length > 200 ? `${note.slice(0, 199)}…` : note}`
  }
  return new Map(
    [...Map.groupBy(rows, (row) => row.item)].map(([item, list]) => [
      item,
      list.map((row) => ({
        id: row.id,
        kind: row.kind,
        text: textOf(row),
        session: row.session_id,
        story: row.story_id,
        addedAt: row.added_at,
      })),
    ]),
  )
}

/** Adds evidence, once: what is there already in the same words stays as it is. Refuses a session or story that is gone. */
export function addProof(
  { db, clock, newId }: WriteContext,
  { subject, playbook, item }: Subject,
  input: ProofInput,
  field: string,
): void {
  const session = input.kind === 'session' ? input.session : null
  const story = input.kind === 'story' ? input.story : null
  const isThere = (table: 'session' | 'story', id: string) =>
    db.get(`SELECT 1 FROM ${table} WHERE id = @id AND deleted_at IS NULL`, { id }) !== undefined
  if (session !== null && !isThere('session', session))
    refuse({ code: 'invalid-input', field, message: 'This session is no longer there.' })
  if (story !== null && !isThere('story', story))
    refuse({ code: 'invalid-input', field, message: 'This story is no longer there.' })
  const text = 'text' in input ? input.text : ''
  const same = db.get(
    `SELECT 1 FROM proof WHERE subject = @subject AND playbook = @playbook AND item = @item
       AND kind = @kind AND text = @text AND session_id IS @session AND story_id IS @story`,
    { subject, playbook, item, kind: input.kind, text, session, story },
  )
  if (same !== undefined) return
  db.run(
    `INSERT INTO proof (id, subject, playbook, item, kind, session_id, story_id, text, added_at)
     VALUES (@id, @subject, @playbook, @item, @kind, @session, @story, @text, @now)`,
    {
      id: newId(),
      subject,
      playbook,
      item,
      kind: input.kind,
      session,
      story,
      text,
      now: wallClockNow(clock, 0).startedAt,
    },
  )
}

/** Takes a piece of evidence away. Refuses with `not-found` where that subject has none of the id. */
export function removeProof(
  { db }: WriteContext,
  { subject, playbook, item }: Subject,
  id: string,
): void {
  const removed = db.run(
    `DELETE FROM proof
     WHERE id = @id AND subject = @subject AND playbook = @playbook AND item = @item`,
    { id, subject, playbook, item },
  )
  if (removed === 0)
    refuse({
      code: 'not-found',
      message: 'This evidence is no longer there.',
      hint: 'It may have been removed elsewhere.',
    })
}
