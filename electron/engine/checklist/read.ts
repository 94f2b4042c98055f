import type { ChecklistGroup, ChecklistProgress, ChecklistRow } from '#contract/checklist.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { checklistProgressOf, stateOf, worthOf, type ProgressItem } from '#domain/checklist.ts'
import { figureText } from '#domain/figure-text.ts'
import type { ReadContext } from '../handlers.ts'
import { figuresProving } from '../proof/figures.ts'
import { readProofs } from '../proof/store.ts'
import {
  linkedStories,
  readHistory,
  readMarks,
  readNotes,
  readOwnItems,
  type OwnItem,
} from './store.ts'

export type Checklist = Readonly<{
  groups: readonly ChecklistGroup[]
  progress: ChecklistProgress
}>

type BookItem = Playbook['checklist'][number]['items'][number]

/** The checklist of a level with all that is said of it. */
export function readChecklist(context: ReadContext, playbook: Playbook): Checklist {
  const rowOf = rowsOf(context, playbook.id)
  const own = readOwnItems(context.db, playbook.id)
  const groups = playbook.checklist.map((group) => {
    const items = [
      ...group.items.map((item) => rowOf(item, group.id)),
      ...own.filter((item) => item.group === group.id).map((item) => rowOf(item, group.id)),
    ]
    const { id, section, name, provenance } = group
    return {
      id,
      section,
      name,
      provenance: provenance ?? null,
      items: items.map(({ row }) => row),
      facts: items.map(({ facts }) => facts),
      progress: checklistProgressOf(items.map(({ facts }) => facts)),
    }
  })
  return {
    groups: groups.map(({ facts: _, ...group }) => group),
    progress: checklistProgressOf(groups.flatMap(({ facts }) => facts)),
  }
}

/** Reads all that is said at a level once; returns what makes a row of an item. */
function rowsOf(context: ReadContext, playbook: string) {
  const { db } = context
  const marks = new Map(readMarks(db, playbook).map((mark) => [mark.item, mark]))
  const stories = Map.groupBy(linkedStories(db, playbook), ({ item }) => item)
  const notes = Map.groupBy(readNotes(db, playbook), ({ item }) => item)
  const history = Map.groupBy(readHistory(db, playbook), ({ item }) => item)
  const proofs = readProofs(context, { subject: 'checklist-item', playbook })
  const figures = figuresProving(db, 'checklist-item', playbook)

  return (
    item: BookItem | OwnItem,
    group: string,
  ): Readonly<{ row: ChecklistRow; facts: ProgressItem }> => {
    const { id, text } = item
    const own = 'group' in item
    const linked = (stories.get(id) ?? []).map(({ item: _, ...story }) => story)
    const given = proofs.get(id) ?? []
    const proving = figures.get(id) ?? []
    const mark = marks.get(id)
    const facts = {
      said: mark?.state ?? 'open',
      stories: linked.length,
      proofs: given.length + proving.length,
      own,
    } as const
    return {
      facts,
      row: {
        item: id,
        group,
        text,
        own,
        provenance: own ? null : (item.provenance ?? null),
        state: stateOf(facts.said, facts.stories),
        confidence: mark?.confidence ?? null,
        worth: worthOf(facts),
        stories: linked,
        figures: proving.map((figure) => ({
          id: figure.id,
          metric: figure.metric,
          text: figureText(figure),
        })),
        proofs: [...given],
        notes: (notes.get(id) ?? []).map(({ item: _, ...note }) => note),
        history: (history.get(id) ?? []).map(({ at, state }) => ({ at, state })),
      },
    }
  }
}
