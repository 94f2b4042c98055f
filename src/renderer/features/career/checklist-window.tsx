import { BookOpenText, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { ChecklistRow, ChecklistState } from '#contract/checklist.ts'
import { checklistStateLabel, checklistStates } from '#domain/checklist.ts'
import { sourceText } from '#domain/explain.ts'
import { formatPercent } from '#domain/readable.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ChecklistHistory } from './checklist-history.tsx'
import { ChecklistNotes } from './checklist-notes.tsx'
import { createDrafts } from './drafts.ts'
import { emptyProof, ProofForm } from './proof-form.tsx'
import { ProofList } from './proof-list.tsx'
import { inShort } from './use-checklist-writes.ts'

const proofDrafts = createDrafts(() => emptyProof)

const CONFIDENCE = ['none', '1', '2', '3', '4', '5'] as const

/** All of one item: state, confidence, evidence, notes, and how it came to be so. */
export function ChecklistWindow({
  level,
  row,
  group,
  needsStory,
  onClose,
}: Readonly<{
  level: string
  row: ChecklistRow
  group: string
  /** True where the person wanted "shown with a story" and none is linked. */
  needsStory: boolean
  onClose: () => void
}>) {
  const { item, text, state, confidence, provenance } = row
  const update = useWrite('checklist.update')
  const removeProof = useWrite('checklist.removeProof')
  const [error, setError] = useState<CallError | null>(null)
  const [wantsStory, setWantsStory] = useState(needsStory)

  const save = async (change: Partial<Parameters<typeof update.write>[0]>, said: string) => {
    const answer = await update.write({ level, item, ...change })
    // What is wrong with evidence stands in the form that it was typed in.
    setError(answer.ok || change.proofs !== undefined ? null : answer.error)
    if (answer.ok && answer.change !== undefined) offerUndo(said, answer.change)
    return answer
  }
  const setState = (next: ChecklistState) => {
    const lacksStory = next === 'shown-with-story' && row.stories.length === 0
    setWantsStory(lacksStory)
    if (!lacksStory) void save({ state: next }, `${checklistStateLabel(next)}: ${inShort(text)}`)
  }
  const remove = async (what: Readonly<{ story?: string; proof?: string }>, said: string) => {
    const answer = await removeProof.write({ level, item, ...what })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo(said, answer.change)
  }

  return (
    <Dialog
      open
      size="l"
      title={text}
      description={
        <>
          {group}
          {row.own ? ', an item of your own' : `, ${level}`}
          {provenance?.reading !== undefined && <>. {sourceText(provenance)}</>}
        </>
      }
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <div className="career-window">
        <div className="career-part checklist-settings">
          <Segmented
            takesFocus
            label="State"
            value={state}
            onValue={setState}
            options={checklistStates.map((value) => ({ value, label: checklistStateLabel(value) }))}
          />
          <Segmented
            label="Confidence, your own rating"
            value={CONFIDENCE.find((each) => each === String(confidence)) ?? 'none'}
            onValue={(value) => {
              const next = value === 'none' ? null : Number(value)
              void save(
                { confidence: next },
                next === null ? 'Rating cleared.' : `Confidence ${next}.`,
              )
            }}
            options={CONFIDENCE.map((value) => ({
              value,
              label: value === 'none' ? 'None' : value,
            }))}
          />
          {wantsStory && row.stories.length === 0 && (
            <Notice tone="caution" icon={<BookOpenText aria-hidden />}>
              No story is linked to this item yet. Choose one below; the item is then shown with it.
            </Notice>
          )}
          <p className="career-quiet">
            Worth {formatPercent(row.worth)} of an item. A bare tick counts 40 %, with evidence 80
            %, with a story in full; “partial” counts half of that. Confidence takes no part in it.
          </p>
          {error !== null && <FieldError>{error.message}</FieldError>}
        </div>

        <section className="career-part" aria-label="Evidence for the item">
          <h3>Evidence</h3>
          <ProofList
            stories={row.stories}
            proofs={row.proofs}
            figures={row.figures}
            onRemoveStory={(story, title) => void remove({ story }, `“${title}” unlinked.`)}
            onRemove={(proof) => void remove({ proof }, 'Evidence removed.')}
          />
          <ProofForm
            draft={proofDrafts(`${level}/${item}`)}
            linked={row.stories.map(({ id }) => id)}
            onAdd={(proof) => {
              const isStory = proof.kind === 'story'
              const then = wantsStory && isStory ? { state: 'shown-with-story' as const } : {}
              return save(
                { proofs: [proof], ...then },
                isStory ? 'Story linked.' : 'Evidence added.',
              )
            }}
          />
        </section>

        <ChecklistNotes level={level} row={row} />
        <ChecklistHistory history={row.history} />
        {row.own && <OwnItem level={level} row={row} onRemoved={onClose} />}
      </div>
    </Dialog>
  )
}

/** Rewords or removes an item that the person added. */
function OwnItem({
  level,
  row,
  onRemoved,
}: Readonly<{ level: string; row: ChecklistRow; onRemoved: () => void }>) {
  const [text, setText] = useState(row.text)
  const [error, setError] = useState<CallError | null>(null)
  const edit = useWrite('checklist.editItem')
  const remove = useWrite('checklist.removeItem')
  const reword = async () => {
    const answer = await edit.write({ level, item: row.item, text })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo('Item reworded.', answer.change)
  }
  const takeOut = async () => {
    const answer = await remove.write({ level, item: row.item })
    setError(answer.ok ? null : answer.error)
    if (!answer.ok) return
    offerUndo('Item removed.', answer.change)
    onRemoved()
  }
  return (
    <section className="career-part" aria-label="Your own item">
      <h3>Your own item</h3>
      <form
        className="career-entry"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void reword()
        }}
      >
        <TextField
          label="Wording"
          value={text}
          onValue={setText}
          error={error === null ? undefined : error.message}
        />
        <Button type="submit" icon={<Pencil aria-hidden />} pending={edit.pending}>
          Reword
        </Button>
        <Button variant="danger" icon={<Trash2 aria-hidden />} onClick={() => void takeOut()}>
          Remove
        </Button>
      </form>
    </section>
  )
}
