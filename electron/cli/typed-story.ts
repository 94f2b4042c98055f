import type { StorySummary } from '#contract/story.ts'
import { shownTitle } from '#domain/story-title.ts'
import { complain, valueOf } from './complaint.ts'
import { printable } from './text/printable.ts'
import type { Terminal } from './verb.ts'

/** What is said of `<story>` in the help of a verb. */
export const storyHelp = `A story is named by the letters before it in "loopready stories", or by its whole id, or the start of it.`

/** The end of a story's id by which a person names it: UUIDv7 ends in chance, and begins with the time. */
export function storyHandle({ id }: Pick<StorySummary, 'id'>): string {
  return id.slice(-6)
}

/** The title of a story on one line. */
export function titleOf({ title }: Pick<StorySummary, 'title'>): string {
  return shownTitle(printable(title))
}

/** The story that was meant: by the end or the start of its id, 4 letters or more, where no other has the same. */
export async function storyNamed({ engine }: Terminal, typed: string): Promise<StorySummary> {
  const part = typed.toLowerCase()
  if (!/^[0-9a-f-]{4,36}$/.test(part))
    complain(
      `"${typed}" names no story. Write the letters that stand before it in "loopready stories".`,
    )
  const stories = valueOf(await engine().call('stories.list', {}))
  const [first, second] = stories.filter(({ id }) => id.startsWith(part) || id.endsWith(part))
  if (!first) return complain(`No story has "${typed}" in its id. "loopready stories" lists them.`)
  if (second)
    return complain(
      `"${typed}" can be “${titleOf(first)}” (${longHandle(first)}) or “${titleOf(second)}” (${longHandle(second)}). Write more of its id.`,
    )
  return first
}

/** The last group of the id: long enough to be one among any number. */
function longHandle(story: StorySummary): string {
  return story.id.split('-').at(-1) ?? storyHandle(story)
}
