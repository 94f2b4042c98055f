import { isDeepStrictEqual } from 'node:util'
import type { OutputOf, ParsedInputOf } from '#contract/index.ts'
import type { Story } from '#contract/story.ts'
import { gapsOf } from '#domain/story-content.ts'
import type { Handlers, ReadContext, WriteContext } from '../../handlers.ts'
import { wallClockNow } from '../../local-time.ts'
import { takeOutOfTrash } from '../../trash/move.ts'
import { addStory, contentOfStory, replaceContent, requireStory } from '../save.ts'
import { deleteDismissal, readStories, writeDismissal, writeStatus } from '../store.ts'
import { enterFigures, noteOnFigure, placed, type PlacedFigure } from './ledger.ts'
import { parseStory, type ParsedStory } from './parse.ts'

type Input = ParsedInputOf<'stories.importMarkdown'>
type Answer = OutputOf<'stories.importMarkdown'>[number]
/** What is to be done with one file. */
type Planned = Readonly<{
  answer: Answer
  parsed: ParsedStory | null
  figures: readonly PlacedFigure[]
}>

/** What an import would do. */
export const previewImport: Handlers['stories.previewImport'] = (context, input) => {
  const seen = new Map<string, string>()
  return input.files.map((file) => plan(context, file, input.existing, seen).answer)
}

/** Imports file by file, so that each finds the figures that those before it entered. */
export const importStories: Handlers['stories.importMarkdown'] = (context, input) => {
  const seen = new Map<string, string>()
  return input.files.map((file) => carryOut(context, plan(context, file, input.existing, seen)))
}

function plan(
  context: ReadContext,
  file: Input['files'][number],
  existing: Input['existing'],
  seen: Map<string, string>,
): Planned {
  const read = parseStory(file.text, (typed) => principleNamed(context, typed))
  if (!read.ok) return refused(file.name, read.error)
  const { story } = read
  const before = story.id === null ? undefined : seen.get(story.id)
  if (before !== undefined) return refused(file.name, `This is the same story as in ${before}.`)
  if (story.id !== null) seen.set(story.id, file.name)

  const figures = placed(context.db, story.results)
  const known = storyAsStored(context, story, figures)
  const isUnchanged = known !== undefined && !known.isTrashed && says(known.story, story, figures)
  const action = known === undefined ? 'create' : isUnchanged ? 'unchanged' : existing
  return {
    parsed: story,
    figures,
    answer: {
      name: file.name,
      action,
      id: action === 'copy' ? null : (known?.story.id ?? story.id),
      title: story.content.title,
      notes: [
        ...story.notes,
        ...figures.flatMap(noteOnFigure),
        ...notesOn(context, story),
        ...(known?.isTrashed && action === 'replace'
          ? ['It was in the trash and was put back.']
          : []),
      ],
      error: null,
    },
  }
}

function refused(name: string, error: string): Planned {
  return {
    parsed: null,
    figures: [],
    answer: { name, action: 'refused', id: null, title: '', notes: [], error },
  }
}

/** The story that a file is about: of the same id, or where it names none, one that says the same. */
function storyAsStored(
  { db }: ReadContext,
  parsed: ParsedStory,
  figures: readonly PlacedFigure[],
): Readonly<{ story: Story; isTrashed: boolean }> | undefined {
  if (parsed.id !== null) {
    const [story] = readStories(db, [parsed.id], 'all')
    const isTrashed = story !== undefined && readStories(db, [parsed.id]).length === 0
    return story && { story, isTrashed }
  }
  const story = readStories(db).find((candidate) => says(candidate, parsed, figures))
  return story && { story, isTrashed: false }
}

function says(story: Story, parsed: ParsedStory, figures: readonly PlacedFigure[]): boolean {
  const results = figures.map(({ entry }) => entry?.id)
  return (
    isDeepStrictEqual(contentOfStory(story), { ...parsed.content, results }) &&
    story.status === statusOf(parsed) &&
    isDeepStrictEqual(reasons(story.dismissals), reasons(parsed.dismissals))
  )
}

function reasons(dismissals: ParsedStory['dismissals']): Record<string, string> {
  return Object.fromEntries(dismissals.map(({ rule, reason }) => [rule, reason]))
}

/** The status that a file may have: one that its text does not bear out is a draft. */
function statusOf({ status, content }: ParsedStory): Story['status'] {
  const isDone = status === 'ready' || status === 'rehearsed'
  return isDone && gapsOf(content).length > 0 ? 'draft' : status
}

function notesOn({ library }: ReadContext, parsed: ParsedStory): string[] {
  const { level, checklistItems } = parsed.content
  const strangers = checklistItems.filter(({ playbook, item }) => {
    const items = library.get(playbook)?.checklist.flatMap((group) => group.items) ?? []
    return items.every(({ id }) => id !== item)
  })
  return [
    ...(statusOf(parsed) === parsed.status
      ? []
      : [`It says ${parsed.status}, but parts are missing: it is kept as a draft.`]),
    ...(level !== null && !library.get(level)
      ? [`There is no level “${level}” here; it was kept all the same.`]
      : []),
    ...strangers.map(
      ({ playbook, item }) =>
        `${playbook} has no checklist item “${item}” here; it was kept all the same.`,
    ),
  ]
}

/** Does what was planned, and says what became of it. */
function carryOut(context: WriteContext, { answer, parsed, figures }: Planned): Answer {
  if (!parsed || answer.action === 'unchanged' || answer.action === 'skip') return answer
  const content = { ...parsed.content, results: enterFigures(context, figures) }
  const status = statusOf(parsed)
  if (answer.action === 'replace' && answer.id !== null) {
    const { db } = context
    takeOutOfTrash(db, 'story', [answer.id])
    const story = requireStory(context, answer.id)
    replaceContent(context, story, content, 'imported')
    writeStatus(db, story.id, status)
    for (const { rule } of story.dismissals)
      if (!Object.hasOwn(reasons(parsed.dismissals), rule)) deleteDismissal(db, story.id, rule)
    writeDismissals(context, story.id, parsed)
    return answer
  }
  const id = answer.id ?? context.newId()
  addStory(
    context,
    { id, status, origin: 'imported', createdAt: parsed.createdAt ?? null },
    content,
  )
  writeDismissals(context, id, parsed)
  return { ...answer, id }
}

function writeDismissals({ db, clock }: WriteContext, id: string, parsed: ParsedStory): void {
  const now = wallClockNow(clock, 0).startedAt
  for (const { rule, reason, dismissedAt } of parsed.dismissals)
    writeDismissal(db, id, { rule, reason, dismissedAt: dismissedAt ?? now })
}

/** The principle that is meant by an id, a name or a short head, in any case. */
function principleNamed({ library }: ReadContext, typed: string): string | undefined {
  const same = (name: string) => name.toLowerCase() === typed.trim().toLowerCase()
  return library.principles.find(({ id, name, short }) => [id, name, short].some(same))?.id
}
