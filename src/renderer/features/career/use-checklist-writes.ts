import type { ChecklistRow, ChecklistState } from '#contract/checklist.ts'
import { checklistStateLabel } from '#domain/checklist.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { showToast } from '../../ui/toasts.ts'

/** An item's text in a message: its beginning. */
export function inShort(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text
}

/** Sets the state of an item and offers to take it back; the last state asks for a story where none is linked. */
export function useSetState(level: string, onNeedsStory: (item: string) => void) {
  const { write } = useWrite('checklist.update')
  return async (row: ChecklistRow, state: ChecklistState) => {
    if (state === 'shown-with-story' && row.stories.length === 0) {
      onNeedsStory(row.item)
      return
    }
    const answer = await write({ level, item: row.item, state })
    if (!answer.ok) showToast({ message: answer.error.message, tone: 'negative' })
    else if (answer.change !== undefined)
      offerUndo(
        `${checklistStateLabel(answer.value.row.state)}: ${inShort(row.text)}`,
        answer.change,
      )
  }
}
