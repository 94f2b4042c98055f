import type { OutputOf } from '#contract/index.ts'
import type { StoryContent } from '#contract/story.ts'
import { storyFields } from '#domain/story-fields.ts'
import { diffOf } from '#domain/text-diff.ts'
import { readEvidence } from '../evidence/store.ts'
import type { ReadableDb } from '../store/database.ts'

/** What changed from one content to another, field by field; figures of the ledger by what they measure. */
export function changesBetween(
  db: ReadableDb,
  older: StoryContent,
  newer: StoryContent,
): OutputOf<'stories.diff'> {
  const figures = new Map(
    readEvidence(db, [...older.results, ...newer.results]).map(({ id, metric }) => [id, metric]),
  )
  const named = (content: StoryContent) => ({
    ...content,
    results: content.results.map((id) => figures.get(id) ?? 'A figure that is no longer there'),
  })
  return storyFields.flatMap(({ field, label, textOf }) => {
    if (textOf(older) === textOf(newer)) return []
    return [{ field, label, segments: diffOf(textOf(named(older)), textOf(named(newer))) }]
  })
}
