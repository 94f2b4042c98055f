import type { ChecklistRow } from '#contract/checklist.ts'
import type { Playbook } from '#contract/playbooks.ts'
import type { ProofInput } from '#contract/proof.ts'
import type { StudyDay } from '#contract/units.ts'
import { saidOf } from '#domain/checklist.ts'
import { shownTitle } from '#domain/story-title.ts'
import type { HandlersFor, ReadContext, WriteContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { playbookAsked } from '../plan/status.ts'
import { findProfile } from '../profile/store.ts'
import { addProof, removeProof } from '../proof/store.ts'
import { refuse } from '../refusal.ts'
import { contentOfStory, replaceContent, requireStory } from '../stories/save.ts'
import { moveToTrash } from '../trash/move.ts'
import { noteStates } from './history.ts'
import { readChecklist } from './read.ts'
import {
  deleteNote,
  insertNote,
  insertOwnItem,
  removedItems,
  updateNote,
  updateOwnItem,
  writeMark,
} from './store.ts'

export const checklistHandlers: HandlersFor<'checklist'> = {
  'checklist.get': (context, { level }) => {
    const playbook = playbookAsked(context, level)
    const { groups, progress } = readChecklist(context, playbook)
    return {
      level: playbook.id,
      name: playbook.name,
      groups: [...groups],
      progress,
      removed: removedItems(context.db)
        .filter((row) => row.level === playbook.id)
        .map(({ item, text, deletedAt }) => ({ item, text, deletedAt })),
    }
  },

  'checklist.update': (context, { level, item, state, confidence, proofs = [], note }) => {
    const book = playbookAsked(context, level)
    const before = requireRow(context, book, item)
    proofs.forEach((proof, index) => prove(context, book, item, proof, `proofs.${index}`))
    if (state !== undefined || confidence !== undefined) {
      const { stories } = requireRow(context, book, item)
      if (state === 'shown-with-story' && stories.length === 0)
        refuse({
          code: 'invalid-input',
          field: 'state',
          message: 'No story is linked to this item yet.',
          hint: 'Link one as evidence, or mark it as shown for now.',
        })
      const mark = {
        item,
        state: saidOf(state ?? before.state),
        confidence: confidence === undefined ? before.confidence : confidence,
      }
      if (mark.state !== saidOf(before.state) || mark.confidence !== before.confidence)
        writeMark(context.db, book.id, mark, now(context))
    }
    if (note !== undefined) {
      const date = checkedDate(context, note.date, 'note.date') ?? today(context)
      const id = context.newId()
      const { text } = note
      insertNote(context.db, { id, playbook: book.id, item, date, text }, now(context))
    }
    noteStates(context)
    return { row: requireRow(context, book, item) }
  },

  'checklist.removeProof': (context, { level, item, story, proof }) => {
    const book = playbookAsked(context, level)
    const before = requireRow(context, book, item)
    if ((story === undefined) === (proof === undefined))
      refuse({
        code: 'invalid-input',
        field: 'proof',
        message: 'Name one piece of evidence: a story or another one.',
      })
    if (story !== undefined) {
      if (before.stories.every(({ id }) => id !== story))
        refuse({ code: 'not-found', message: 'This story is not linked to the item.' })
      linkStory(context, book.id, item, story, false)
    }
    if (proof !== undefined)
      removeProof(context, { subject: 'checklist-item', playbook: book.id, item }, proof)
    noteStates(context)
    return { row: requireRow(context, book, item) }
  },

  'checklist.editNote': (context, { id, date, text }) => {
    const day = checkedDate(context, date, 'date') ?? null
    if (!updateNote(context.db, { id, date: day, text }, now(context))) refuse(noteGone)
    return {}
  },

  'checklist.removeNote': ({ db }, { id }) => {
    if (!deleteNote(db, id)) refuse(noteGone)
    return {}
  },

  'checklist.addItem': (context, { level, group, text }) => {
    const book = playbookAsked(context, level)
    if (book.checklist.every(({ id }) => id !== group))
      refuse({
        code: 'invalid-input',
        field: 'group',
        message: `${book.id} has no checklist group “${group}”.`,
      })
    const id = context.newId()
    insertOwnItem(context.db, { id, group, text, playbook: book.id }, now(context))
    return { row: requireRow(context, book, id) }
  },

  'checklist.editItem': (context, { level, item, text }) => {
    const book = playbookAsked(context, level)
    const before = requireOwn(context, book, item)
    if (before.text !== text) updateOwnItem(context.db, item, text, now(context))
    return { row: requireRow(context, book, item) }
  },

  'checklist.removeItem': (context, { level, item }) => {
    requireOwn(context, playbookAsked(context, level), item)
    moveToTrash(context.db, 'checklist_own_item', [item], now(context))
    return {}
  },
}

const noteGone = {
  code: 'not-found',
  message: 'This note is no longer there.',
  hint: 'It may have been deleted elsewhere; undo brings it back.',
} as const

function requireRow(context: ReadContext, book: Playbook, item: string): ChecklistRow {
  const rows = readChecklist(context, book).groups.flatMap(({ items }) => items)
  return (
    rows.find((row) => row.item === item) ??
    refuse({
      code: 'not-found',
      field: 'item',
      message: `${book.id} has no checklist item “${item}”.`,
      hint: 'It may belong to another level, or lie in the trash.',
    })
  )
}

function requireOwn(context: ReadContext, book: Playbook, item: string): ChecklistRow {
  const row = requireRow(context, book, item)
  if (!row.own)
    refuse({
      code: 'invalid-input',
      field: 'item',
      message: 'This item belongs to the playbook and cannot be changed.',
      hint: 'Add an item of your own to the group instead.',
    })
  return row
}

function prove(
  context: WriteContext,
  book: Playbook,
  item: string,
  proof: ProofInput,
  field: string,
): void {
  if (proof.kind === 'story') linkStory(context, book.id, item, proof.story, true)
  else addProof(context, { subject: 'checklist-item', playbook: book.id, item }, proof, field)
}

/** Links a story to an item, or takes the link away: in the story, which is the only place where it stands. */
function linkStory(
  context: WriteContext,
  playbook: string,
  item: string,
  id: string,
  isLinked: boolean,
): void {
  const story = requireStory(context, id)
  if (isLinked && story.status === 'retired')
    refuse({
      code: 'invalid-input',
      field: 'proofs',
      message: `“${shownTitle(story.title)}” is retired, so it proves nothing.`,
      hint: 'Take it back out of retirement first, or choose another story.',
    })
  const content = contentOfStory(story)
  const others = content.checklistItems.filter(
    (link) => link.playbook !== playbook || link.item !== item,
  )
  if (isLinked && others.length < content.checklistItems.length) return
  const checklistItems = isLinked ? [...others, { playbook, item }] : others
  replaceContent(context, story, { ...content, checklistItems }, 'edited')
}

function now({ clock }: ReadContext) {
  return wallClockNow(clock, 0).startedAt
}

function today({ db, clock }: ReadContext): StudyDay {
  return wallClockNow(clock, findProfile(db)?.dayStartsAt ?? 0).studyDay
}

/** A date as given; refuses one that is yet to come. */
function checkedDate(
  context: ReadContext,
  date: StudyDay | undefined,
  field: string,
): StudyDay | undefined {
  if (date !== undefined && date > wallClockNow(context.clock, 0).date)
    refuse({
      code: 'invalid-input',
      field,
      message: `${date} is yet to come.`,
      hint: 'Date the note today or earlier.',
    })
  return date
}
