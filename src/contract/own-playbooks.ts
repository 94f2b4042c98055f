import { z } from 'zod'
import { defineCall, nouns } from './call.ts'
import { playbook, playbookId } from './playbooks.ts'

/** The most characters of a playbook's text that are taken in; the file itself may have 512 KiB of UTF-8. */
const playbookText = z.string().max(512 * 1024, 'A playbook has at most 512 KiB.')

/** Names an own playbook: its id or, where its file cannot be read, the name of the file without `.yaml`. */
const ownName = z.string().min(1).max(200)

/** Says which text an edit began from, so that a change made elsewhere meanwhile is not overwritten. */
const revision = z.string().max(64)

/** What is wrong with a text, and where: lines and columns count from 1. */
const playbookFault = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
  message: z.string(),
})
export type PlaybookFault = z.infer<typeof playbookFault>

/** What refers to a playbook. */
const playbookUse = z.strictObject({
  isTarget: z.boolean(),
  sessions: z.int().min(0),
  /** Marks, values and choices made for the level: checklist, indicators, budgets, milestones. */
  marks: z.int().min(0),
})
export type PlaybookUse = z.infer<typeof playbookUse>

/** A figure or text that an own playbook has otherwise than the one that it was made from. */
const playbookChange = z.strictObject({
  /** Where, in words: `Plan, System design: share`. */
  where: z.string(),
  /** Null: it is not in the template. */
  before: z.string().nullable(),
  /** Null: it is no longer there. */
  after: z.string().nullable(),
})
export type PlaybookChange = z.infer<typeof playbookChange>

const onShelf = z.strictObject({
  id: ownName,
  name: z.string(),
  summary: z.string(),
  builtIn: z.boolean(),
  /** The playbook that it was made from, where it says so. */
  template: playbookId.nullable(),
  /** Why it cannot be used; empty where it can. */
  faults: z.array(z.string()),
  hasDraft: z.boolean(),
  use: playbookUse,
})
export type ShelvedPlaybook = z.infer<typeof onShelf>

export const ownPlaybookCalls = {
  /** Every playbook, also those that cannot be read, with what refers to it. */
  'playbooks.shelf': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.array(onShelf),
  }),
  /** The text of a playbook's file, and what was typed on top of it and not saved yet. */
  'playbooks.text': defineCall({
    kind: 'read',
    input: z.strictObject({ id: ownName }),
    output: z.strictObject({
      id: ownName,
      fileName: z.string(),
      builtIn: z.boolean(),
      text: z.string(),
      revision,
      draft: z.strictObject({ text: z.string(), revision }).nullable(),
      use: playbookUse,
    }),
  }),
  /** The text of a new playbook: a copy of another one under a new id, or a small one to fill in. */
  'playbooks.template': defineCall({
    kind: 'read',
    input: z.strictObject({
      /** Null: a small one. */
      from: playbookId.nullable(),
      id: playbookId,
      name: z.string().trim().min(1, 'Give the playbook a name.').max(200),
    }),
    output: z.strictObject({ text: z.string() }),
  }),
  /** Checks a text as if it were a file, without saving anything. `id` is the playbook that it would be saved as. */
  'playbooks.validate': defineCall({
    kind: 'read',
    input: z.strictObject({ text: playbookText, id: ownName.nullable().default(null) }),
    output: z.strictObject({
      faults: z.array(playbookFault),
      /** What the text says, where there is no fault in it. */
      playbook: playbook.nullable(),
      /** How it differs from the playbook that it was made from; null where it names none that is here. */
      changes: z
        .strictObject({ template: playbookId, changes: z.array(playbookChange) })
        .nullable(),
    }),
  }),
  /** Saves a text as the file of an own playbook. `id` null: a new one, under the id that the text gives. */
  'playbooks.save': defineCall({
    kind: 'write',
    changes: nouns,
    undo: 'Save playbook',
    input: z.strictObject({
      id: ownName.nullable(),
      text: playbookText,
      /** Null: whatever is there now is replaced. */
      revision: revision.nullable().default(null),
    }),
    output: z.strictObject({ id: playbookId, name: z.string(), fileName: z.string() }),
  }),
  /** Removes an own playbook. One that sessions or marks refer to only where that is said to be wanted. */
  'playbooks.remove': defineCall({
    kind: 'write',
    changes: nouns,
    undo: 'Remove playbook',
    input: z.strictObject({ id: ownName, acceptUse: z.boolean().default(false) }),
    output: z.strictObject({ id: ownName }),
  }),
  /** Keeps what is being typed, so that a crash takes nothing; null gives it up. */
  'playbooks.keepDraft': defineCall({
    kind: 'write',
    changes: [],
    undo: null,
    input: z.strictObject({
      id: ownName,
      draft: z.strictObject({ text: playbookText, revision }).nullable(),
    }),
    output: z.null(),
  }),
}
