import { complain, valueOf } from '../complaint.ts'
import { printable } from '../text/printable.ts'
import { storyHandle, titleOf } from '../typed-story.ts'
import type { StoryAction } from './story-action.ts'
import { readMarkdown } from './story-files.ts'

/** Adds the story of one Markdown file. */
export const addStory: StoryAction = async (terminal, { file, json }, operand) => {
  const { engine, print, warn, pathOf } = terminal
  if (operand !== undefined)
    return complain(`"story add" cannot use "${operand}". Write: story add --file ${operand}`)
  if (!file) return complain('Say which file to add: loopready story add --file story.md')
  const files = await readMarkdown(pathOf(file), file)
  if (files.length > 1)
    return complain(`"${file}" is a folder. Use: loopready story import ${file}`)
  const [preview] = valueOf(await engine().call('stories.previewImport', { files }))
  if (preview?.action === 'refused')
    return complain(`"${file}" cannot be read as a story: ${preview.error ?? ''}`)
  if (preview?.action !== 'create')
    return complain(
      `The story of "${file}" is here already. "loopready story import ${file}" makes a new version of it.`,
    )
  const [added] = valueOf(await engine().call('stories.importMarkdown', { files }))
  const story = valueOf(await engine().call('stories.get', { id: added?.id ?? '' }))
  for (const note of added?.notes ?? []) warn(`warning: ${note}`)
  print(
    json
      ? JSON.stringify(story, null, 2)
      : `Added “${printable(titleOf(story))}” (${storyHandle(story)}, ${story.status}).`,
  )
}
