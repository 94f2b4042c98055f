import { noteStates } from '../checklist/history.ts'
import type { HandlersFor } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { refuse } from '../refusal.ts'
import { patched } from '#domain/story-content.ts'
import { changesBetween } from './changes.ts'
import { levelCheckHandlers } from './check.ts'
import { findStories } from './find.ts'
import { exportStories } from './files/export.ts'
import { importStories, previewImport } from './files/import.ts'
import { listStories } from './list.ts'
import { checkReferences } from './references.ts'
import { contentOfStory, createStory, gone, replaceContent, requireStory } from './save.ts'
import { moveToTrash } from '../trash/move.ts'
import { deleteDismissal, writeDismissal, writeStatus } from './store.ts'
import { missingEvidence } from '../evidence/store.ts'
import { storySettingsHandlers } from './settings.ts'
import { listVersions, requireVersion } from './versions.ts'

export const storyHandlers: HandlersFor<'stories'> = {
  'stories.list': ({ db }, { filter }) => listStories(db, filter),

  'stories.get': (context, { id }) => requireStory(context, id),

  'stories.create': (context, { content }) => ({ story: createStory(context, content) }),

  'stories.save': (context, { id, patch, basedOn }) => {
    const story = requireStory(context, id)
    if (story.version !== basedOn) return { outcome: 'stale', current: story }
    const content = patched(contentOfStory(story), patch)
    checkReferences(context, content, story, 'patch')
    return { outcome: 'saved', ...replaceContent(context, story, content, 'edited') }
  },

  'stories.setStatus': (context, { id, status }) => {
    const { missing } = requireStory(context, id)
    const [first, ...others] = status === 'ready' || status === 'rehearsed' ? missing : []
    if (first)
      refuse({
        code: 'invalid-input',
        ...first,
        hint: `Fill this in, or leave the story a draft for now.`,
        ...(others.length > 0 ? { others } : {}),
      })
    writeStatus(context.db, id, status)
    noteStates(context)
    return { story: requireStory(context, id) }
  },

  'stories.dismiss': (context, { id, rule, reason }) => {
    const known = requireStory(context, id).dismissals.find((row) => row.rule === rule)
    if (known?.reason !== reason)
      writeDismissal(context.db, id, {
        rule,
        reason,
        dismissedAt: wallClockNow(context.clock, 0).startedAt,
      })
    return {}
  },

  'stories.undismiss': (context, { id, rule }) => {
    requireStory(context, id)
    deleteDismissal(context.db, id, rule)
    return {}
  },

  'stories.remove': (context, { ids }) => {
    const removed = moveToTrash(context.db, 'story', ids, wallClockNow(context.clock, 0).startedAt)
    noteStates(context)
    if (removed === 0) refuse(gone)
    return { removed }
  },

  'stories.versions': (context, { id }) => {
    const { version: current } = requireStory(context, id)
    return listVersions(context.db, id).map((row) => ({
      ...row,
      current: row.version === current,
    }))
  },

  'stories.version': (context, { id, version }) => {
    const { version: current } = requireStory(context, id)
    return { ...requireVersion(context, id, version), current: version === current }
  },

  'stories.diff': (context, { id, from, to }) => {
    requireStory(context, id)
    const older = requireVersion(context, id, from)
    const newer = requireVersion(context, id, to)
    return changesBetween(context.db, older.content, newer.content)
  },

  'stories.restoreVersion': (context, { id, version }) => {
    const story = requireStory(context, id)
    const { content } = requireVersion(context, id, version)
    const lost = missingEvidence(context.db, content.results)
    const results = content.results.filter((figure) => !lost.includes(figure))
    replaceContent(context, story, { ...content, results }, 'restored')
    return { story: requireStory(context, id), lostResults: lost.length }
  },

  'stories.find': (context, { question, limit }) => findStories(context, question, limit),

  'stories.exportMarkdown': exportStories,
  'stories.previewImport': previewImport,
  'stories.importMarkdown': importStories,

  ...storySettingsHandlers,
  ...levelCheckHandlers,
}
