import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { StoryStatus } from '#contract/story.ts'
import { offerUndo } from '../../../bridge/history.ts'
import { useWrite } from '../../../bridge/queries.ts'
import { Select } from '../../../ui/select.tsx'
import { Notice } from '../../../ui/states.tsx'
import { useStore } from '../../../ui/store.ts'
import type { Editing } from '../editing/editing.ts'
import { statuses, statusNames } from '../story-words.ts'
import { Gaps } from './overview-panel.tsx'

/** The status of the story, and what it would still need for the one that was asked for. */
export function useStatus(editing: Editing) {
  const { write } = useWrite('stories.setStatus')
  const [refusal, setRefusal] = useState<CallError | null>(null)
  const change = async (status: StoryStatus) => {
    // What was just typed may be what was missing.
    await editing.flush()
    const answer = await write({ id: editing.state.get().story.id, status })
    setRefusal(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo(`The story is ${statusNames[status].toLowerCase()}.`, answer.change)
  }
  return {
    change,
    refusal,
    forget: () => {
      setRefusal(null)
    },
  }
}

export function StatusField({
  editing,
  onStatus,
}: Readonly<{ editing: Editing; onStatus: (status: StoryStatus) => void }>) {
  const { status } = useStore(editing.state).story
  return (
    <Select
      label="Status"
      hideLabel
      className="stories-status"
      value={status}
      options={statuses.map((id) => ({ value: id, label: statusNames[id] }))}
      onValue={(next) => {
        // The options are the statuses.
        onStatus(next as StoryStatus)
      }}
    />
  )
}

/** Why the status was not changed, with the way to each field that is missing. */
export function StatusRefusal({
  refusal,
  onGoTo,
}: Readonly<{ refusal: CallError; onGoTo: (field: string) => void }>) {
  const gaps = [refusal, ...(refusal.others ?? [])].flatMap(({ field, message }) =>
    field === undefined ? [] : [{ field, message }],
  )
  return (
    <Notice tone="caution" role="alert">
      {gaps.length === 0 ? (
        <>
          {refusal.message} {refusal.hint}
        </>
      ) : (
        <>
          The status stays as it was: something is missing for “ready”.
          <Gaps gaps={gaps} onGoTo={onGoTo} />
        </>
      )}
    </Notice>
  )
}
