import type { Story, StoryContent, StoryPatch } from '#contract/story.ts'
import { longestText } from '#contract/story.ts'
import { patched } from '#domain/story-content.ts'
import { emptyContent } from '#domain/story-fields.ts'
import { readFrontMatter, type FigureInFile, type FrontMatter } from './front-matter.ts'
import { isSectionField, readSections } from './sections.ts'

/** What a file says: the content but for its results, which have to find their place in the ledger. */
export type ParsedStory = Readonly<{
  id: string | null
  status: Story['status']
  content: StoryContent
  results: readonly FigureInFile[]
  dismissals: NonNullable<FrontMatter['dismissals']>
  createdAt: FrontMatter['createdAt'] | null
  notes: readonly string[]
}>

type Parsed = Readonly<{ ok: true; story: ParsedStory } | { ok: false; error: string }>

/**
 * Reads a story's Markdown file. `principleNamed` gives the id for an id, a name or a short head. Anything may be
 * left out, also the front matter: a file of nothing but text becomes the situation of a draft.
 */
export function parseStory(
  text: string,
  principleNamed: (typed: string) => string | undefined,
): Parsed {
  const { yaml, body } = apart(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  const read = readFrontMatter(yaml)
  if (!read.ok) return read
  const { front } = read
  const { before, texts, twice } = readSections(body)
  const [double] = twice
  if (double !== undefined)
    return { ok: false, error: `The section “${double}” stands there twice.` }

  const { title, rest } = withTitle(front.title, before)
  const notes = read.unknownKeys.map((key) => `“${key}” is no key of a story and was left out.`)
  const written = new Map(texts)
  for (const [field, exact] of Object.entries(front.texts ?? {}))
    if (isSectionField(field)) written.set(field, exact)
    else notes.push(`“texts.${field}” is no text of a story and was left out.`)
  if (rest !== '') {
    const situation = written.get('parts.situation')
    written.set('parts.situation', [rest, situation ?? []].flat().join('\n\n'))
    notes.push('What stands above the first section was put into the situation.')
  }
  for (const [field, long] of written)
    if (long.length > longestText)
      return { ok: false, error: `The text of “${field}” is too long.` }

  const principles = principlesOf(front, principleNamed)
  if (typeof principles === 'string') return { ok: false, error: principles }
  const content = patched(emptyContent, {
    ...fieldsOf(front),
    ...principles,
    title,
    ...textPatch(written),
  })
  return {
    ok: true,
    story: {
      id: front.id ?? null,
      status: front.status ?? 'draft',
      content,
      results: front.results ?? [],
      dismissals: front.dismissals ?? [],
      createdAt: front.createdAt ?? null,
      notes,
    },
  }
}

/** The YAML between the first two `---` lines, and what follows; without them all of it is body. */
function apart(text: string): Readonly<{ yaml: string; body: string }> {
  const front = /^---[ \t]*\n([\s\S]*?)(?:^|(?<=\n))---[ \t]*(?:\n|$)/.exec(text)
  return front
    ? { yaml: front[1] ?? '', body: text.slice(front[0].length) }
    : { yaml: '', body: text }
}

/** A first-level heading above the sections is the title of a file that states none. */
function withTitle(stated: string | undefined, before: string) {
  const heading = /^# +(.*?) *#*$/m.exec(before)
  if (stated !== undefined || !heading || before.slice(0, heading.index).trim() !== '')
    return { title: stated ?? '', rest: before }
  return {
    title: (heading[1] ?? '').slice(0, 300),
    rest: before.slice(heading.index + heading[0].length).trim(),
  }
}

/** The small fields of the front matter, as they stand in the contract. */
function fieldsOf(front: FrontMatter): StoryPatch {
  const {
    id: _id,
    status: _status,
    results: _results,
    texts: _texts,
    dismissals: _dismissals,
    createdAt: _createdAt,
    primaryPrinciple: _primary,
    secondaryPrinciples: _secondary,
    ...fields
  } = front
  return fields
}

function principlesOf(
  { primaryPrinciple, secondaryPrinciples = [] }: FrontMatter,
  principleNamed: (typed: string) => string | undefined,
): Pick<StoryContent, 'primaryPrinciple' | 'secondaryPrinciples'> | string {
  const typed = [primaryPrinciple ?? [], secondaryPrinciples].flat()
  const stranger = typed.find((name) => principleNamed(name) === undefined)
  if (stranger !== undefined) return `There is no principle “${stranger}”.`
  const known = (name: string) => principleNamed(name) ?? []
  return {
    primaryPrinciple: primaryPrinciple ? (principleNamed(primaryPrinciple) ?? null) : null,
    secondaryPrinciples: [...new Set(secondaryPrinciples.flatMap(known))],
  }
}

/** Long texts by their field as a patch: `parts.task` and the like go a level deeper. */
function textPatch(written: ReadonlyMap<string, string>): StoryPatch {
  const under = (prefix: string) =>
    Object.fromEntries(
      [...written]
        .filter(([field]) => field.startsWith(prefix))
        .map(([field, text]) => [field.slice(prefix.length), text]),
    )
  return {
    parts: under('parts.'),
    formats: under('formats.'),
    alternatives: written.get('alternatives') ?? '',
    obstacles: written.get('obstacles') ?? '',
  }
}
