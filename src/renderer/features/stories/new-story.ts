import { navigate } from 'wouter/use-hash-location'
import type { StoryPatch } from '#contract/story.ts'
import { bridge } from '../../bridge/bridge.ts'
import { offerUndo } from '../../bridge/history.ts'
import { showToast } from '../../ui/toasts.ts'

/** The address of a story's editor. */
export function storyPath(id: string): string {
  return `/stories/edit/${id}`
}

/** Makes a story and opens it. */
export async function newStory(content: StoryPatch = {}): Promise<void> {
  const answer = await bridge.call('stories.create', { content })
  if (answer.ok) {
    navigate(storyPath(answer.value.story.id))
    return
  }
  const { message, hint } = answer.error
  showToast({ message: [message, hint ?? ''].join(' ').trim(), tone: 'negative' })
}

/** Moves stories to the trash and offers them back. Answers whether they went. */
export async function removeStories(ids: readonly string[]): Promise<boolean> {
  const answer = await bridge.call('stories.remove', { ids: [...ids] })
  if (answer.ok)
    offerUndo(
      ids.length === 1 ? 'Story moved to the trash.' : `${ids.length} stories moved to the trash.`,
      answer.change,
    )
  else showToast({ message: answer.error.message, tone: 'negative' })
  return answer.ok
}
