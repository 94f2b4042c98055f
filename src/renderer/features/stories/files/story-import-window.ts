import type { ChosenStoryFile } from '#contract/bridge.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { createStore } from '../../../ui/store.ts'
import { showToast } from '../../../ui/toasts.ts'

/** The files that an import is about; null while there is none. */
export const storyImportFiles = createStore<readonly ChosenStoryFile[] | null>(null)

/** Asks for files and shows what an import of them would do. */
export async function openStoryImport(): Promise<void> {
  const answer = await bridge.chooseStoryFiles()
  if (answer.ok) {
    if (answer.value !== null) storyImportFiles.set(answer.value)
    return
  }
  const { message, hint } = answer.error
  showToast({ message: [message, hint ?? ''].join(' ').trim(), tone: 'negative' })
}
