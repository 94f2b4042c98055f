import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { formatCount } from '#domain/readable.ts'
import { codeOf } from '#engine/refusal.ts'
import { writeAtomically } from '#engine/write-atomically.ts'
import { complain, valueOf } from '../complaint.ts'
import { reasonNotWritten } from '../not-written.ts'
import { requireElsewhere } from '../out-file.ts'
import type { StoryAction } from './story-action.ts'

/** Writes every story as a Markdown file into a folder, which is made when it is not there. */
export const exportStories: StoryAction = async (terminal, { json }, typed) => {
  const { engine, print, warn, pathOf } = terminal
  if (typed === undefined) return complain('Say where to: "loopready story export DIR".')
  const folder = pathOf(typed)
  await requireElsewhere(terminal.dataDir(), folder, typed)
  const files = valueOf(await engine().call('stories.exportMarkdown', {}))
  try {
    await mkdir(folder, { recursive: true })
    const before = await readdir(folder)
    for (const { fileName, text } of files)
      await writeAtomically(join(folder, fileName), new TextEncoder().encode(text))
    for (const old of before.filter((name) => isOlder(name, files)))
      warn(`warning: ${old} is an export of one of these stories under an earlier title.`)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return complain(`"${typed}" cannot be written: ${reasonNotWritten(error)}.`)
  }
  print(
    json
      ? JSON.stringify({ folder, files: files.map(({ fileName }) => fileName) }, null, 2)
      : `Wrote ${formatCount(files.length, { one: 'story', many: 'stories' })} to ${folder}.`,
  )
}

/** Whether a file bears the id of one of the stories, but not its present name. */
function isOlder(name: string, files: readonly { fileName: string }[]): boolean {
  const end = /-[0-9a-f]{12}\.md$/.exec(name)?.[0]
  return (
    end !== undefined &&
    files.some(({ fileName }) => fileName !== name && fileName.endsWith(end)) &&
    files.every(({ fileName }) => fileName !== name)
  )
}
