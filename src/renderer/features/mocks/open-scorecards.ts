import type { Mock, MockInput } from '#contract/mocks.ts'
import { backupShown, draftsOfWhatIsShown } from '../../bridge/viewing.ts'
import { scorecardEditor, type ScorecardEditor } from './scorecard-editor.ts'

const open = draftsOfWhatIsShown<ScorecardEditor>()
let fresh: ScorecardEditor | null = null

/** The editor of a stored interview; the same one for as long as the page lives. */
export function editorOf(mock: Mock, content: MockInput): ScorecardEditor {
  const known = open().get(mock.id)
  if (known !== undefined) return known
  const made = scorecardEditor(content, mock)
  open().set(mock.id, made)
  return made
}

/** The editor under an id that is known already. */
export function knownEditor(id: string): ScorecardEditor | undefined {
  return open().get(id)
}

/** The editor of a new interview: the one that was begun and is not saved yet, or another. */
export function newEditor(content: MockInput): ScorecardEditor {
  fresh ??= scorecardEditor(content, null)
  return fresh
}

/** Files the editor of what was new under the id that it has now. */
export function fileNew(editor: ScorecardEditor, id: string): void {
  open().set(id, editor)
  if (fresh === editor) fresh = null
}

/** Forgets the editor of an interview that was deleted, so that one that comes back is read anew. */
export function forgetEditor(id: string): void {
  open().delete(id)
}

function flushAll() {
  for (const editor of [...open().values(), ...(fresh === null ? [] : [fresh])]) void editor.flush()
}

// Whatever leaves the page: what was typed in the last moment is saved, and kept in the browser if that fails.
addEventListener('pagehide', flushAll)
// What was typed in the last moment before a backup was shown waits for the data to be there again.
backupShown.subscribe(() => {
  if (!backupShown.get()) flushAll()
})
