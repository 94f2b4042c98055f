import { isDeepStrictEqual } from 'node:util'
import type { StoryVersionRow } from '#contract/stories.ts'
import type { Story, StoryContent, StoryPatch } from '#contract/story.ts'
import { gapsOf, patched } from '#domain/story-content.ts'
import { emptyContent } from '#domain/story-fields.ts'
import type { Instant } from '#contract/units.ts'
import { noteStates } from '../checklist/history.ts'
import type { ReadContext, WriteContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { findProfile } from '../profile/store.ts'
import { refuse } from '../refusal.ts'
import { checkReferences } from './references.ts'
import { findStory, insertStory, writeContent } from './store.ts'
import { keepVersion, nextVersion } from './versions.ts'

export const gone = {
  code: 'not-found',
  message: 'This story is no longer there.',
  hint: 'It may have been deleted elsewhere; look in the trash, or undo.',
} as const

/** A story that is not in the trash; refuses with `not-found`. */
export function requireStory({ db }: Pick<ReadContext, 'db'>, id: string): Story {
  return findStory(db, id) ?? refuse(gone)
}

/** Makes a draft with the content given, which is for the profile's level unless it says another. */
export function createStory(context: WriteContext, content: StoryPatch): Story {
  const level =
    content.level === undefined ? (findProfile(context.db)?.level ?? null) : content.level
  const whole = patched(emptyContent, { ...content, level })
  checkReferences(context, whole, emptyContent, 'content')
  const id = context.newId()
  addStory(context, { id, status: 'draft', origin: 'created', createdAt: null }, whole)
  return requireStory(context, id)
}

/** Writes a story that was not there, with its first version. */
export function addStory(
  context: WriteContext,
  story: Pick<Story, 'id' | 'status'> &
    Pick<StoryVersionRow, 'origin'> &
    Readonly<{ createdAt: Instant | null }>,
  content: StoryContent,
): void {
  const { db, clock } = context
  const { id, status, origin, createdAt } = story
  const now = wallClockNow(clock, 0).startedAt
  const version = nextVersion(db, id)
  insertStory(db, { id, status, version, created_at: createdAt ?? now })
  writeContent(db, { id, version, changed_at: now }, content, null)
  keepVersion(db, { id, version, origin, savedAt: now }, content, null)
  noteStates(context)
}

/** Makes `content` what a story says, as a new version, or as more of the current one where the call continues it. */
export function replaceContent(
  context: WriteContext,
  story: Story,
  content: StoryContent,
  origin: StoryVersionRow['origin'],
): Pick<Story, 'version' | 'changedAt' | 'missing'> {
  const { db, clock, continues } = context
  const before = contentOfStory(story)
  if (isDeepStrictEqual(content, before))
    return { version: story.version, changedAt: story.changedAt, missing: story.missing }
  const savedAt = wallClockNow(clock, 0).startedAt
  const version = nextVersion(db, story.id)
  writeContent(db, { id: story.id, version, changed_at: savedAt }, content, before)
  const replaces = continues ? story.version : null
  keepVersion(db, { id: story.id, version, origin, savedAt }, content, replaces)
  if (!isDeepStrictEqual(content.checklistItems, before.checklistItems)) noteStates(context)
  return { version, changedAt: savedAt, missing: gapsOf(content) }
}

/** What the editor of a story shows, without what is kept about it. */
export function contentOfStory(story: Story): StoryContent {
  const fields = Object.keys(emptyContent) as (keyof StoryContent)[]
  // A story has every field of a content, by its schema.
  return Object.fromEntries(fields.map((field) => [field, story[field]])) as StoryContent
}
