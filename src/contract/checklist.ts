import { z } from 'zod'
import { defineCall } from './call.ts'
import { provenance } from './playbook-level.ts'
import { playbookId } from './playbooks.ts'
import { proof, proofInput } from './proof.ts'
import { storyStatus } from './story.ts'
import { instant, recordId, slug, studyDay } from './units.ts'

/** The states of an item, the least first. The last one needs a story: it is `shown`, with one linked. */
export const checklistState = z.enum(['open', 'partial', 'shown', 'shown-with-story'])
export type ChecklistState = z.infer<typeof checklistState>

/** How sure somebody is of an item, 1 to 5. Their own rating: shown beside the rest and never counted into it. */
const confidence = z
  .int('Confidence is a whole number from 1 to 5.')
  .min(1, 'Confidence is 1 at least.')
  .max(5, 'Confidence is 5 at most.')
  .nullable()

const itemText = z
  .string()
  .trim()
  .min(1, 'Say what the item asks for.')
  .max(500, 'Shorten the item to 500 characters.')
const noteText = z
  .string()
  .trim()
  .min(1, 'Write something in the note.')
  .max(20_000, 'Shorten the note to 20,000 characters.')

const note = z.strictObject({ id: recordId, date: studyDay, text: z.string() })
export type ChecklistNote = z.infer<typeof note>

/** How far a set of items is. Items of the person's own are counted apart: adding one never lowers the rest. */
export const checklistProgress = z.strictObject({
  /** Items of the playbook. */
  items: z.int(),
  open: z.int(),
  partial: z.int(),
  shown: z.int(),
  shownWithStory: z.int(),
  /** Items that are not open and have evidence of any kind. */
  withEvidence: z.int(),
  /** Items of the person's own. */
  own: z.int(),
  /** 0 to 1: the mean worth of the items, in which a bare tick weighs less than evidence. */
  progress: z.number(),
})
export type ChecklistProgress = z.infer<typeof checklistProgress>

const row = z.strictObject({
  item: slug,
  group: slug,
  text: z.string(),
  /** True of an item that the person added. */
  own: z.boolean(),
  provenance: provenance.nullable(),
  state: checklistState,
  confidence,
  /** 0 to 1: what the item is worth by its state and evidence. */
  worth: z.number(),
  /** The stories that prove it: linked from here or from the story, it is the same link. */
  stories: z.array(z.strictObject({ id: recordId, title: z.string(), status: storyStatus })),
  /** Figures of the ledger that say they prove it. */
  figures: z.array(z.strictObject({ id: recordId, metric: z.string(), text: z.string() })),
  proofs: z.array(proof),
  /** The newest first. */
  notes: z.array(note),
  /** Every change of its state, the oldest first. */
  history: z.array(z.strictObject({ at: instant, state: checklistState })),
})
export type ChecklistRow = z.infer<typeof row>

const group = z.strictObject({
  id: slug,
  section: z.string(),
  name: z.string(),
  provenance: provenance.nullable(),
  items: z.array(row),
  progress: checklistProgress,
})
export type ChecklistGroup = z.infer<typeof group>

/** Which item, and at which level; without one, the profile's. */
const which = { level: playbookId.optional(), item: slug }
const changed = z.strictObject({ row })

export const checklistCalls = {
  /** The checklist of a level, whole. Each level keeps its own states. Fails with `no-profile` without both. */
  'checklist.get': defineCall({
    kind: 'read',
    input: z.strictObject({ level: playbookId.optional() }),
    output: z.strictObject({
      level: playbookId,
      name: z.string(),
      groups: z.array(group),
      progress: checklistProgress,
      /** Own items that were removed in the last 30 days and can be put back with `trash.restore`. */
      removed: z.array(z.strictObject({ item: recordId, text: z.string(), deletedAt: instant })),
    }),
  }),
  /**
   * Changes an item: all that is given, in one step. `shown-with-story` is refused while no story is linked, unless
   * the same call links one. A story is linked in the story itself.
   */
  'checklist.update': defineCall({
    kind: 'write',
    changes: ['checklist', 'stories', 'plan'],
    undo: 'Change checklist item',
    input: z.strictObject({
      ...which,
      state: checklistState.optional(),
      confidence: confidence.optional(),
      proofs: z.array(proofInput).max(50).optional(),
      note: z.strictObject({ date: studyDay.optional(), text: noteText }).optional(),
    }),
    output: changed,
  }),
  /** Takes evidence away: a story's link, or what was given here. Fails with `not-found`. */
  'checklist.removeProof': defineCall({
    kind: 'write',
    changes: ['checklist', 'stories', 'plan'],
    undo: 'Remove evidence',
    input: z.strictObject({
      ...which,
      /** A story that proves it, or the id of another piece of evidence. */
      story: recordId.optional(),
      proof: recordId.optional(),
    }),
    output: changed,
  }),
  /** Changes a note. Fails with `not-found`. */
  'checklist.editNote': defineCall({
    kind: 'write',
    changes: ['checklist'],
    undo: 'Edit note',
    input: z.strictObject({ id: recordId, date: studyDay.optional(), text: noteText }),
    output: z.strictObject({}),
  }),
  'checklist.removeNote': defineCall({
    kind: 'write',
    changes: ['checklist'],
    undo: 'Delete note',
    input: z.strictObject({ id: recordId }),
    output: z.strictObject({}),
  }),
  /** Adds an item of one's own to a group. */
  'checklist.addItem': defineCall({
    kind: 'write',
    changes: ['checklist', 'plan'],
    undo: 'Add checklist item',
    input: z.strictObject({ level: playbookId.optional(), group: slug, text: itemText }),
    output: changed,
  }),
  /** Rewords an own item. The playbook's cannot be changed: `invalid-input`. */
  'checklist.editItem': defineCall({
    kind: 'write',
    changes: ['checklist'],
    undo: 'Edit checklist item',
    input: z.strictObject({ ...which, text: itemText }),
    output: changed,
  }),
  /** Moves an own item to the trash, with all that belongs to it. */
  'checklist.removeItem': defineCall({
    kind: 'write',
    changes: ['checklist', 'plan', 'trash'],
    undo: 'Delete checklist item',
    input: z.strictObject(which),
    output: z.strictObject({}),
  }),
}
