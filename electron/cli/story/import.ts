import type { OutputOf } from '#contract/index.ts'
import { complain, valueOf } from '../complaint.ts'
import { printable } from '../text/printable.ts'
import { table } from '../text/table.ts'
import { titleOf } from '../typed-story.ts'
import type { StoryAction } from './story-action.ts'
import { readMarkdown } from './story-files.ts'

type Imported = OutputOf<'stories.importMarkdown'>[number]

const ways = ['replace', 'copy', 'skip'] as const
const said: Readonly<Record<Imported['action'], string>> = {
  create: 'added',
  replace: 'new version',
  copy: 'added as a copy',
  unchanged: 'unchanged',
  skip: 'skipped',
  refused: 'refused',
}

/** Imports the Markdown files of a folder, or one: all of them, or none while one cannot be read. */
export const importStories: StoryAction = async (terminal, { existing, json }, typed) => {
  const { engine, print, warn, pathOf } = terminal
  if (typed === undefined) return complain('Say what to import: "loopready story import DIR".')
  const input = {
    files: await readMarkdown(pathOf(typed), typed),
    existing: existing === undefined ? ('replace' as const) : wayNamed(existing),
  }
  const refused = valueOf(await engine().call('stories.previewImport', input)).filter(
    ({ action }) => action === 'refused',
  )
  if (refused.length > 0)
    return complain(
      `Nothing was imported. ${refused.map(({ name, error }) => `${name}: ${error ?? ''}`).join(' ')}`,
    )
  const imported = valueOf(await engine().call('stories.importMarkdown', input))
  for (const { name, notes } of imported)
    for (const note of notes) warn(`warning: ${name}: ${note}`)
  print(json ? JSON.stringify(imported, null, 2) : lines(imported))
}

function wayNamed(typed: string): (typeof ways)[number] {
  return (
    ways.find((way) => way === typed.toLowerCase()) ??
    complain(`--existing: there is no way "${typed}". Choose replace, copy or skip.`)
  )
}

function lines(imported: readonly Imported[]): string {
  return table(
    imported.map((file) => [said[file.action], titleOf(file), printable(file.name)]),
    ['left', 'left', 'left'],
  ).join('\n')
}
