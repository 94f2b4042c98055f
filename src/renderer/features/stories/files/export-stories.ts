import { formatCount } from '#domain/readable.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { showToast } from '../../../ui/toasts.ts'
import { flushAll } from '../editing/open-editings.ts'

/** Saves stories as Markdown files, one each, and says what became of it. */
export async function exportStories(ids: readonly string[]): Promise<void> {
  await flushAll()
  const made = await bridge.call('stories.exportMarkdown', { ids: [...ids] })
  const saved = made.ok ? await bridge.saveStoryFiles(made.value) : made
  if (!saved.ok) {
    const { message, hint } = saved.error
    showToast({ message: [message, hint ?? ''].join(' ').trim(), tone: 'negative' })
    return
  }
  if (saved.value === null) return
  const { fileNames } = saved.value
  const [first] = fileNames
  if (first === undefined) showToast({ message: 'No file was saved.' })
  else
    showToast({
      message:
        fileNames.length === 1
          ? `Saved ${first}.`
          : `${formatCount(fileNames.length, { one: 'story', many: 'stories' })} saved, one file each.`,
    })
}
