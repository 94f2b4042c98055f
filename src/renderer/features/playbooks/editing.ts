import { useEffect, useMemo, useRef, useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { OutputOf } from '#contract/index.ts'
import { editYaml, hasAliases, writeOutAliases, type YamlEdit } from '#domain/yaml-edit.ts'
import { readYaml } from '#domain/yaml-source.ts'
import { bridge } from '../../bridge/bridge.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { createStore, useStore } from '../../ui/store.ts'
import { useSettled } from '../../ui/use-settled.ts'

type Stored = OutputOf<'playbooks.text'>
type Checked = OutputOf<'playbooks.validate'>

/** What is typed on top of a file, and the file's text that it began from. */
type Draft = Readonly<{ text: string; revision: string }>

/** Drafts of this window by playbook; they outlive the page, and the engine keeps them beyond the window. */
const drafts = createStore<Readonly<Record<string, Draft | null>>>({})

/** How long after the last key a draft is handed to the engine, and a text is checked, in milliseconds. */
const keepAfterMs = 500
const checkAfterMs = 200

function setDraft(id: string, draft: Draft | null) {
  drafts.set({ ...drafts.get(), [id]: draft })
}

/** Everything that the page of an own playbook does with its text. */
export type Editing = Readonly<{
  id: string
  text: string
  /** What the text says, whether right or not; null where it is no YAML that a form can edit. */
  data: unknown
  /** The text says values once and refers to them, which the form can show and not edit. */
  hasAliases: boolean
  checked: Checked | null
  isChanged: boolean
  /** The file was changed since the draft was begun. */
  isOvertaken: boolean
  error: CallError | null
  pending: boolean
  type: (text: string) => void
  edit: (edit: YamlEdit) => void
  /** Writes aliases out, as a change that can be discarded. False where that cannot be done. */
  writeOut: () => boolean
  discard: () => void
  save: (over?: boolean) => Promise<void>
}>

/** Follows the text of a playbook that was read: typed, checked, kept, saved. */
export function useEditing(read: Stored): Editing {
  const { id } = read
  const { data: stored = read, again } = useCall('playbooks.text', { id })
  const known = useStore(drafts)[id]
  const draft = known === undefined ? stored.draft : known
  const text = draft?.text ?? stored.text
  const revision = draft?.revision ?? stored.revision
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('playbooks.save')
  const checked = useChecked(id, text)
  useKeptDraft(id, known)
  const data = useMemo(() => {
    const read = readYaml(text)
    return read.ok && typeof read.data === 'object' && read.data !== null ? read.data : null
  }, [text])

  const type = (next: string) => {
    setError(null)
    setDraft(id, next === stored.text ? null : { text: next, revision })
  }
  return {
    id,
    text,
    data,
    hasAliases: useMemo(() => hasAliases(text), [text]),
    checked,
    isChanged: text !== stored.text,
    isOvertaken: draft !== null && revision !== stored.revision,
    error,
    pending,
    type,
    edit(edit) {
      const next = editYaml(text, edit)
      if (next !== null) type(next)
    },
    writeOut() {
      const next = writeOutAliases(text)
      if (next !== null) type(next)
      return next !== null
    },
    discard() {
      setError(null)
      setDraft(id, null)
    },
    async save(over = false) {
      const answer = await write({ id, text, revision: over ? null : revision })
      setError(answer.ok ? null : answer.error)
      if (!answer.ok) return
      // Else the text before would be back for a moment, and who goes on would go on from that.
      const now = await again()
      const typed = drafts.get()[id]
      // What was typed while it was being saved stands on what was saved.
      const isMore = now && typed && typed.text !== text
      setDraft(id, isMore ? { text: typed.text, revision: now.revision } : null)
      offerUndo(`${answer.value.name} saved.`, answer.change)
    },
  }
}

/** The text as the engine judges it, a moment after the last key; null until it has for the first time. */
function useChecked(id: string, text: string): Checked | null {
  const asked = useSettled(text, checkAfterMs)
  const { data, error } = useCall('playbooks.validate', { text: asked, id }, { keepsLast: true })
  if (data === undefined && error !== null)
    return {
      faults: [{ line: 1, column: 1, message: error.message }],
      playbook: null,
      changes: null,
    }
  return data ?? null
}

/** Hands a draft to the engine when typing pauses, and at once when the page is left. */
function useKeptDraft(id: string, draft: Draft | null | undefined) {
  const waiting = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (draft === undefined) return undefined
    const keep = () => {
      waiting.current = null
      void bridge.call('playbooks.keepDraft', { id, draft })
    }
    waiting.current = keep
    const timer = setTimeout(keep, keepAfterMs)
    return () => {
      clearTimeout(timer)
    }
  }, [id, draft])
  useEffect(() => {
    const flush = () => waiting.current?.()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
}
