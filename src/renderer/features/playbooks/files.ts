import type { CallError } from '#contract/errors.ts'
import { bridge } from '../../bridge/bridge.ts'
import { offerUndo } from '../../bridge/history.ts'
import { showToast } from '../../ui/toasts.ts'

/** Saves a playbook's file where the person says. */
export async function exportPlaybook(id: string): Promise<void> {
  const found = await bridge.call('playbooks.text', { id })
  const saved = found.ok
    ? await bridge.savePlaybookFiles([{ fileName: `${id}.yaml`, text: found.value.text }])
    : found
  if (!saved.ok) tell(saved.error)
  else if (saved.value !== null)
    showToast({ message: `Saved ${saved.value.fileNames[0] ?? 'nothing'}.` })
}

/** A file that was chosen and cannot be taken as it is. */
export type Refused = Readonly<{
  fileName: string
  text: string
  error: CallError
  /** The own playbook that has its id, and could be replaced by it. */
  replaces: string | null
}>

/** Asks for files and takes each that is a playbook; answers with those that are none. */
export async function importPlaybooks(): Promise<readonly Refused[]> {
  const chosen = await bridge.choosePlaybookFiles()
  if (!chosen.ok) {
    tell(chosen.error)
    return []
  }
  const refused: Refused[] = []
  for (const { name, text } of chosen.value ?? []) {
    const error = await take(null, text)
    if (error !== null) refused.push({ fileName: name, text, error, replaces: await ownOf(text) })
  }
  return refused
}

/** Puts the text of a file in the place of an own playbook. */
export async function replacePlaybook(id: string, text: string): Promise<void> {
  const error = await take(id, text)
  if (error !== null) tell(error)
}

async function take(id: string | null, text: string): Promise<CallError | null> {
  const saved = await bridge.call('playbooks.save', { id, text })
  if (!saved.ok) return saved.error
  offerUndo(`${saved.value.name} imported.`, saved.change)
  return null
}

/** The own playbook whose id a text has, where the text is right in every other way. */
async function ownOf(text: string): Promise<string | null> {
  const shelf = await bridge.call('playbooks.shelf', {})
  if (!shelf.ok) return null
  for (const { id, builtIn } of shelf.value) {
    if (builtIn) continue
    const checked = await bridge.call('playbooks.validate', { text, id })
    if (checked.ok && checked.value.playbook?.id === id) return id
  }
  return null
}

function tell({ message, hint = '' }: CallError) {
  showToast({ message: `${message} ${hint}`.trim(), tone: 'negative' })
}
