import type { StoryContent } from '#contract/story.ts'
import { formatOrder, partOrder, storyFields } from '#domain/story-fields.ts'

/** The long texts of a story, each a section of its file under its name. */
const sectionFields = new Set([
  ...partOrder.map((part) => `parts.${part}`),
  'alternatives',
  'obstacles',
  ...formatOrder.map((format) => `formats.${format}`),
])
const sections = storyFields.filter(({ field }) => sectionFields.has(field))
const names = sections.map(({ label }) => label).join('|')
const heading = new RegExp(`^## (${names})[ \\t]*$`, 'i')
/** A line of a text that would be taken for a heading, or for one that was made harmless. */
const likeHeading = new RegExp(`^\\\\*## (?:${names})[ \\t]*$`, 'i')

/** The long texts of a content: those that sections carry to the letter, and the others. */
export function splitTexts(content: StoryContent): Readonly<{
  body: string
  texts: Readonly<Record<string, string>>
}> {
  const written = sections
    .map(({ field, label, textOf }) => ({ field, label, text: textOf(content) }))
    .filter(({ text }) => text !== '')
  // Blank lines at the ends and foreign line breaks do not survive editors and readers of Markdown.
  const isPlain = ({ text }: { text: string }) => !/^\n|\n$|\r|\0/.test(text)
  return {
    body: written
      .filter(isPlain)
      .map(({ label, text }) => `## ${label}\n\n${harmless(text)}\n`)
      .join('\n'),
    texts: Object.fromEntries(
      written.filter((row) => !isPlain(row)).map(({ field, text }) => [field, text]),
    ),
  }
}

function harmless(text: string): string {
  return text
    .split('\n')
    .map((line) => (likeHeading.test(line) ? `\\${line}` : line))
    .join('\n')
}

/** The body of a file taken apart. `before` is what stands above the first section. */
export function readSections(body: string): Readonly<{
  before: string
  texts: ReadonlyMap<string, string>
  /** Names of sections that stand there twice. */
  twice: readonly string[]
}> {
  const found: { field: string | null; label: string; lines: string[] }[] = [
    { field: null, label: '', lines: [] },
  ]
  for (const line of body.split('\n')) {
    const name = heading.exec(line)?.[1]
    const section = sections.find(({ label }) => label.toLowerCase() === name?.toLowerCase())
    if (section) found.push({ field: section.field, label: section.label, lines: [] })
    else found.at(-1)?.lines.push(likeHeading.test(line) ? line.slice(1) : line)
  }
  const [top, ...rest] = found
  const labels = rest.map(({ label }) => label)
  return {
    before: textOf(top?.lines ?? []),
    texts: new Map(rest.map(({ field, lines }) => [field ?? '', textOf(lines)])),
    twice: labels.filter((label, index) => labels.indexOf(label) !== index),
  }
}

function textOf(lines: readonly string[]): string {
  return lines.join('\n').replace(/^\n+|\n+$/g, '')
}

/** Whether a text of front matter names a long text. */
export function isSectionField(field: string): boolean {
  return sectionFields.has(field)
}
