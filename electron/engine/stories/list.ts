import type { ParsedInputOf } from '#contract/index.ts'
import type { StoryPart, StorySummary } from '#contract/story.ts'
import { countWords } from '#domain/spoken.ts'
import { partOrder } from '#domain/story-fields.ts'
import type { ReadableDb } from '../store/database.ts'
import { storyColumns, type StoryRow } from './rows.ts'
import { excerptsOf, hitsOf, wordsIn, type Hit } from './search.ts'

type Filter = NonNullable<ParsedInputOf<'stories.list'>['filter']>

/** The stories of a filter, the last changed first, with the places where its text stands. */
export function listStories(db: ReadableDb, filter: Filter = {}): StorySummary[] {
  const words = wordsIn(filter.text ?? '')
  const hits = words.map((word) => hitsOf(db, word))
  const withAll = hits.map((ofWord) => new Set(ofWord.map((hit) => hit.storyId)))
  const stories = summaries(db, 'deleted_at IS NULL').filter(
    (story) => withAll.every((ids) => ids.has(story.id)) && passes(story, filter),
  )
  if (words.length === 0) return stories
  return withExcerpts(db, stories, words, hits.flat())
}

function withExcerpts(
  db: ReadableDb,
  stories: readonly StorySummary[],
  words: readonly string[],
  hits: readonly Hit[],
): StorySummary[] {
  const listed = new Set(stories.map((story) => story.id))
  const excerpts = excerptsOf(
    db,
    words,
    hits.filter((hit) => listed.has(hit.storyId)),
  )
  return stories.map((story) => ({ ...story, excerpts: excerpts.get(story.id) ?? [] }))
}

function passes(story: StorySummary, { statuses, principles, tags, levels }: Filter): boolean {
  const served = [story.primaryPrinciple, ...story.secondaryPrinciples]
  return (
    (!statuses || statuses.includes(story.status)) &&
    (!principles || principles.some((id) => served.includes(id))) &&
    (!tags || tags.some((tag) => story.tags.includes(tag))) &&
    (!levels || levels.includes(story.level))
  )
}

/** Stories without their long texts. `where` is one of this program's own conditions on `story`. */
export function summaries(
  db: ReadableDb,
  where: 'deleted_at IS NULL' | 'deleted_at IS NOT NULL',
): StorySummary[] {
  const rows = db.all<StoryRow>(
    `SELECT ${storyColumns} FROM story WHERE ${where} ORDER BY changed_at DESC, id DESC`,
  )
  const texts = Map.groupBy(
    db.all<{ story_id: string; field: string; text: string }>(
      `SELECT story_id, field, text FROM story_text
       WHERE field IN ('title', 'tags')
          OR field GLOB 'parts.*' AND text GLOB '*[^' || char(9, 10, 13, 32, 160) || ']*'
       ORDER BY story_id, field, position`,
    ),
    (row) => row.story_id,
  )
  const principles = Map.groupBy(
    db.all<{ story_id: string; principle: string }>(
      'SELECT story_id, principle FROM story_principle ORDER BY story_id, position',
    ),
    (row) => row.story_id,
  )
  const results = new Map(
    db
      .all<{ story_id: string; n: number }>(
        'SELECT story_id, count(*) AS n FROM story_result GROUP BY story_id',
      )
      .map((row) => [row.story_id, row.n]),
  )
  return rows.map((row) => {
    const written = texts.get(row.id) ?? []
    const texted = (field: string) =>
      written.filter((text) => text.field === field).map(({ text }) => text)
    const isWritten = (part: StoryPart) => written.some(({ field }) => field === `parts.${part}`)
    return {
      id: row.id,
      title: texted('title')[0] ?? '',
      status: row.status,
      level: row.level,
      primaryPrinciple: row.primary_principle,
      secondaryPrinciples: (principles.get(row.id) ?? []).map(({ principle }) => principle),
      archetype: row.archetype,
      when: row.when_from === null ? null : { from: row.when_from, to: row.when_to },
      tags: texted('tags'),
      results: results.get(row.id) ?? 0,
      written: partOrder.filter(isWritten),
      words: written.reduce(
        (sum, { field, text }) => sum + (field.startsWith('parts.') ? countWords(text) : 0),
        0,
      ),
      version: row.version,
      createdAt: row.created_at,
      changedAt: row.changed_at,
    }
  })
}
