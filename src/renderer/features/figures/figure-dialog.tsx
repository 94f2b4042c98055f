import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Evidence, EvidenceConflict } from '#contract/evidence.ts'
import { errorAt, errorElsewhere } from '../../bridge/field-errors.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/field.tsx'
import { Notice } from '../../ui/states.tsx'
import { createStore } from '../../ui/store.ts'
import { NumberField, TextArea, TextField } from '../../ui/text-field.tsx'
import { draftOf, emptyFigure, figureOf, type FigureDraft } from './figure-draft.ts'
import './figures.css'

/** What was typed for a new figure and not saved, for the next time the window opens. */
const leftOver = createStore(emptyFigure)

/** Enters a figure or changes one of the ledger. */
export function FigureDialog({
  figure,
  onClose,
  onSaved,
}: Readonly<{
  /** Without it a new one is entered. */
  figure?: Evidence
  onClose: () => void
  onSaved?: (figure: Evidence) => void
}>) {
  const [draft, setDraft] = useState<FigureDraft>(
    figure === undefined ? leftOver.get() : draftOf(figure),
  )
  const [unread, setUnread] = useState<Readonly<Partial<Record<keyof FigureDraft, string>>>>({})
  const [error, setError] = useState<CallError | null>(null)
  const [saved, setSaved] = useState<Evidence | undefined>(figure)
  const [conflicts, setConflicts] = useState<readonly EvidenceConflict[]>([])
  const { write, pending } = useWrite('evidence.save')

  const change = (part: Partial<FigureDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    if (saved === undefined) leftOver.set(next)
  }
  const save = async () => {
    const read = figureOf(draft)
    setUnread(read.ok ? {} : read.errors)
    if (!read.ok) return
    const answer = await write({
      ...(saved === undefined ? {} : { id: saved.id }),
      figure: read.figure,
    })
    setError(answer.ok ? null : answer.error)
    if (!answer.ok) return
    const { evidence } = answer.value
    leftOver.set(emptyFigure)
    if (saved === undefined || answer.change !== undefined)
      offerUndo(saved === undefined ? 'Figure added.' : 'Figure saved.', answer.change)
    setSaved(evidence)
    onSaved?.(evidence)
    setConflicts(answer.value.conflicts)
    // It is saved; a contradiction is shown before the window goes.
    if (answer.value.conflicts.length === 0) onClose()
  }
  const field = (name: keyof FigureDraft) => ({
    value: draft[name],
    error: unread[name] ?? errorAt(error, `figure.${name}`),
    onValue: (text: string) => {
      change({ [name]: text })
    },
  })
  const elsewhere = errorElsewhere(
    error,
    Object.keys(emptyFigure).map((name) => `figure.${name}`),
  )
  return (
    <Dialog
      open
      title={figure === undefined ? 'New figure' : 'Edit figure'}
      description="Stored once and used by stories, the checklist and the success metrics."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{conflicts.length > 0 ? 'Leave it so' : 'Cancel'}</Button>
          <Button variant="primary" pending={pending} onClick={() => void save()}>
            {figure === undefined && saved === undefined ? 'Add figure' : 'Save figure'}
          </Button>
        </>
      }
    >
      <form
        className="figures-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label="Metric"
          data-autofocus
          dir="auto"
          placeholder="Checkout latency, 99th percentile"
          {...field('metric')}
        />
        <div className="figures-numbers">
          <NumberField label="Before" hint="The baseline" {...field('baseline')} />
          <NumberField label="After" hint="What was achieved" {...field('achieved')} />
          <NumberField label="Target" hint="What was aimed at" {...field('target')} />
        </div>
        <div className="figures-numbers">
          <TextField label="Unit" placeholder="ms, %, USD" {...field('unit')} />
          <TextField label="Period" placeholder="Q4 2023, a year" {...field('period')} />
        </div>
        <TextField
          label="Source"
          hint="Where it can be looked up: a dashboard, a review, a link"
          dir="auto"
          {...field('source')}
        />
        <TextArea label="Note" optional dir="auto" {...field('note')} />
        {conflicts.map((conflict) => (
          <Notice
            key={`${conflict.figure} ${conflict.value}`}
            tone="caution"
            role="alert"
            icon={<TriangleAlert aria-hidden />}
          >
            The figure is saved, but contradicts another. {conflict.message}
          </Notice>
        ))}
        <FormError>{elsewhere}</FormError>
        {/* Enter in a field saves. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  )
}
