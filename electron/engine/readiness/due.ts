import type { ReadContext } from '../handlers.ts'
import { dueStories } from '../rehearsals/due.ts'

/** Why a story is to be rehearsed now, by its id, in words that go on a sentence. */
export function dueReasons(context: ReadContext): ReadonlyMap<string, string> {
  return new Map(
    dueStories(context)
      .stories.filter(({ state }) => state !== 'later')
      .map(({ story, reason }) => [
        story.id,
        reason.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()),
      ]),
  )
}
