import type { Evidence } from '#contract/evidence.ts'
import type { Principle } from '#contract/playbooks.ts'
import type { Story } from '#contract/story.ts'
import { storyFields } from '#domain/story-fields.ts'
import { figureText } from '../text/figure-text.ts'
import { complain, valueOf } from '../complaint.ts'
import { printable } from '../text/printable.ts'
import { storyNamed, titleOf } from '../typed-story.ts'
import type { Paint } from '../verb.ts'
import type { StoryAction } from './story-action.ts'

/** Prints a story with everything that is written in it. */
export const showStory: StoryAction = async (terminal, { json }, typed) => {
  if (typed === undefined) return complain('Say which story: "loopready story show <story>".')
  const { engine, print, paint } = terminal
  const { id } = await storyNamed(terminal, typed)
  const story = valueOf(await engine().call('stories.get', { id }))
  const evidence = valueOf(await engine().call('evidence.list', { ids: story.results }))
  if (json) {
    print(JSON.stringify({ ...story, evidence }, null, 2))
    return
  }
  const principles = valueOf(await engine().call('playbooks.principles', {}))
  print(storyText(story, evidence, principles, paint))
}

/** Shown above the sections, or as figures. */
const elsewhere = new Set(['title', 'level', 'results', 'primaryPrinciple', 'secondaryPrinciples'])

function storyText(
  story: Story,
  evidence: readonly Evidence[],
  principles: readonly Principle[],
  paint: Paint,
): string {
  const nameOf = (id: string) => principles.find((row) => row.id === id)?.name ?? id
  const served = [story.primaryPrinciple ?? [], story.secondaryPrinciples].flat().map(nameOf)
  const figures = story.results.map((id) => {
    const figure = evidence.find((entry) => entry.id === id)
    return figure ? figureText(figure) : 'A figure that is no longer there'
  })
  const written = storyFields
    .filter(({ field }) => !elsewhere.has(field))
    .map(({ label, textOf }) => ({ label, text: safe(textOf(story)) }))
    .filter(({ text }) => text.trim() !== '')
  const [short, long] = [false, true].map((isLong) =>
    written.filter(({ text }) => (text.includes('\n') || text.length > 60) === isLong),
  )
  const about = [story.status, story.level ?? [], `version ${story.version}`].flat().join(', ')
  return [
    `${paint('bold', titleOf(story))}\n${paint('dim', about)}`,
    [
      ...(served.length > 0 ? [`Principles: ${served.join('; ')}`] : []),
      ...(short ?? []).map(({ label, text }) => `${label}: ${text}`),
    ].join('\n'),
    ...(figures.length > 0 ? [section('Results in figures', figures.join('\n'), paint)] : []),
    ...(long ?? []).map(({ label, text }) => section(label, text, paint)),
    ...(story.missing.length > 0
      ? [`Before it is ready: ${story.missing.map(({ message }) => message).join(' ')}`]
      : []),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

function section(label: string, text: string, paint: Paint): string {
  return `${paint('bold', label)}\n${text}`
}

/** Text of several lines without what could steer the terminal. */
function safe(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => (line.match(/^ */)?.[0] ?? '') + printable(line))
    .join('\n')
}
