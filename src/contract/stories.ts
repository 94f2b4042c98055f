import { z } from 'zod'
import { defineCall } from './call.ts'
import { playbookId } from './playbooks.ts'
import { story, storyContent, storyPatch, storyStatus, storySummary } from './story.ts'
import { storyFile, storyImport } from './story-files.ts'
import { instant, recordId, slug } from './units.ts'

/** Which stories a list shows; what is left out does not narrow it. */
export const storyFilter = z.strictObject({
  /** Words of any text of the story, all of them, each from its beginning; case and accents do not matter. */
  text: z.string().max(200, 'Shorten the search to 200 characters.').optional(),
  statuses: z.array(storyStatus).max(4).optional(),
  /** Stories that serve one of these principles, as primary or secondary. */
  principles: z.array(slug).max(50).optional(),
  /** Stories that carry one of these tags. */
  tags: z.array(z.string().max(60)).max(50).optional(),
  levels: z.array(playbookId.nullable()).max(50).optional(),
})
export type StoryFilter = z.input<typeof storyFilter>

/** A stretch of text that both sides of a comparison share, or that stands in the older or the newer one only. */
const segment = z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export type TextSegment = z.infer<typeof segment>

const versionRow = z.strictObject({
  version: z.int().positive(),
  /** `created`, `edited`, `restored` from an earlier version, or `imported`. */
  origin: z.enum(['created', 'edited', 'restored', 'imported']),
  /** The first and the last save that it holds. */
  beganAt: instant,
  savedAt: instant,
  /** True for the one that the story stands at now. */
  current: z.boolean(),
  title: z.string(),
  /** Characters of its texts, all together. */
  characters: z.int(),
})
export type StoryVersionRow = z.infer<typeof versionRow>

const id = recordId
const ids = z.array(recordId).min(1, 'Choose at least one story.').max(10_000)

export const storyCalls = {
  /** The stories, the last changed first. With `text`, each carries the places where it stands. */
  'stories.list': defineCall({
    kind: 'read',
    input: z.strictObject({ filter: storyFilter.optional() }),
    output: z.array(storySummary),
  }),
  /** One story, whole. Fails with `not-found` when it is gone or in the trash. */
  'stories.get': defineCall({ kind: 'read', input: z.strictObject({ id }), output: story }),
  /**
   * Makes a draft of what is given; an empty input makes an empty one. Without a level it is for the profile's.
   * `results` must name figures of the ledger.
   */
  'stories.create': defineCall({
    kind: 'write',
    changes: ['stories', 'evidence', 'plan'],
    undo: 'New story',
    input: z.strictObject({ content: storyPatch.default({}) }),
    output: z.strictObject({ story }),
  }),
  /**
   * Saves what changed in an editor. Small and often: saves of one `editor` that follow each other within five
   * minutes are one undo step and one version; without `editor` a save is a step of its own.
   *
   * `basedOn` is the version that the editor shows. When the story has moved on since, NOTHING is saved and the
   * answer is `stale`, with the story as it stands now: the editor still holds its own text, so both are kept and
   * the person can choose. Fails with `not-found` when the story is gone or in the trash.
   */
  'stories.save': defineCall({
    kind: 'write',
    changes: ['stories', 'evidence', 'plan'],
    undo: 'Edit story',
    mergeBy: ['id', 'editor'],
    input: z.strictObject({
      id,
      patch: storyPatch,
      basedOn: z.int().positive(),
      /** Names one editor on one screen, e.g. by a random id; made anew when the editor is opened. */
      editor: z.string().min(1).max(60).optional(),
    }),
    output: z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('saved'),
        /** What the next save is based on. The same as before when nothing was different. */
        version: z.int().positive(),
        changedAt: instant,
        missing: story.shape.missing,
      }),
      z.strictObject({ outcome: z.literal('stale'), current: story }),
    ]),
  }),
  /**
   * Moves a story on or back. `ready` and `rehearsed` need a title, a primary principle and all six parts: what is
   * missing is refused as `invalid-input`, one error per field.
   */
  'stories.setStatus': defineCall({
    kind: 'write',
    changes: ['stories', 'plan'],
    undo: 'Change story status',
    input: z.strictObject({ id, status: storyStatus }),
    output: z.strictObject({ story }),
  }),
  /** Answers a finding of the level check with "this is intended", and why. Again with the same rule: a new reason. */
  'stories.dismiss': defineCall({
    kind: 'write',
    changes: ['stories'],
    undo: 'Dismiss finding',
    input: z.strictObject({
      id,
      rule: slug,
      reason: z.string().max(2000, 'Shorten the reason to 2,000 characters.').default(''),
    }),
    output: z.strictObject({}),
  }),
  /** Takes a dismissal back, so that the finding shows again. */
  'stories.undismiss': defineCall({
    kind: 'write',
    changes: ['stories'],
    undo: 'Show finding again',
    input: z.strictObject({ id, rule: slug }),
    output: z.strictObject({}),
  }),
  /** Moves stories to the trash; `trash.restore` puts them back. */
  'stories.remove': defineCall({
    kind: 'write',
    changes: ['stories', 'evidence', 'plan', 'trash'],
    undo: 'Delete story',
    input: z.strictObject({ ids }),
    output: z.strictObject({ removed: z.int() }),
  }),
  /** The versions that are kept, the newest first: one per stretch of editing, also those that were undone. */
  'stories.versions': defineCall({
    kind: 'read',
    input: z.strictObject({ id }),
    output: z.array(versionRow),
  }),
  /** One version, whole. Fails with `not-found`. */
  'stories.version': defineCall({
    kind: 'read',
    input: z.strictObject({ id, version: z.int().positive() }),
    output: versionRow.extend({ content: storyContent }),
  }),
  /**
   * What changed between two versions, field by field in the order of the editor; fields that did not are left out.
   * The `same` and `removed` segments of a field add up to its older text, `same` and `added` to its newer one.
   */
  'stories.diff': defineCall({
    kind: 'read',
    input: z.strictObject({ id, from: z.int().positive(), to: z.int().positive() }),
    output: z.array(
      z.strictObject({ field: z.string(), label: z.string(), segments: z.array(segment) }),
    ),
  }),
  /** Makes a version the story's content again, as a new version. Figures that no longer exist are left out. */
  'stories.restoreVersion': defineCall({
    kind: 'write',
    changes: ['stories', 'evidence', 'plan'],
    undo: 'Restore version',
    input: z.strictObject({ id, version: z.int().positive() }),
    output: z.strictObject({
      story,
      /** How many figures of the version are no longer in the ledger. */
      lostResults: z.int(),
    }),
  }),
  /**
   * Stories that could answer an interview question, the best first, retired ones left out. By the principles that
   * the question speaks of and by its words in the stories' texts; on this machine alone.
   */
  'stories.find': defineCall({
    kind: 'read',
    input: z.strictObject({
      question: z.string().max(1000, 'Shorten the question to 1,000 characters.'),
      limit: z.int().min(1).max(100).default(10),
    }),
    output: z.strictObject({
      /** The principles that the question speaks of, the likeliest first, with the words that say so. */
      principles: z.array(z.strictObject({ id: slug, words: z.array(z.string()) })),
      found: z.array(
        z.strictObject({
          story: storySummary,
          /** 0 to 1: how well it fits beside the best possible; only good for ordering. */
          score: z.number(),
          /** Why: its principles that the question speaks of, and whether as primary. */
          principles: z.array(z.strictObject({ id: slug, primary: z.boolean() })),
          /** Why: the words of the question that stand in it. */
          words: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** The stories (all, or those named) as Markdown files with front matter. See docs/DATA.md. */
  'stories.exportMarkdown': defineCall({
    kind: 'read',
    input: z.strictObject({ ids: ids.optional() }),
    output: z.array(storyFile),
  }),
  /** What an import of these files would do. Changes nothing. */
  'stories.previewImport': defineCall({
    kind: 'read',
    input: storyImport,
    output: z.array(importedFile()),
  }),
  /**
   * Imports stories from Markdown files, as one undo step. A file that cannot be read is reported and skipped; the
   * others are imported.
   */
  'stories.importMarkdown': defineCall({
    kind: 'write',
    changes: ['stories', 'evidence', 'plan'],
    undo: 'Import stories',
    backUp: 'before-import',
    input: storyImport,
    output: z.array(importedFile()),
  }),
}

function importedFile() {
  return z.strictObject({
    name: z.string(),
    /** `refused` says why in `error`; `unchanged` is a story that is already there word for word. */
    action: z.enum(['create', 'replace', 'copy', 'unchanged', 'skip', 'refused']),
    /** The story that it became or would become; null for one that is new in a preview, and for a refused file. */
    id: recordId.nullable(),
    title: z.string(),
    /** What was read in a way that a person may want to know: an unknown key, a figure that the ledger has otherwise. */
    notes: z.array(z.string()),
    error: z.string().nullable(),
  })
}
