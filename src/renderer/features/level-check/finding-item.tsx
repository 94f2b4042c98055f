import { useRef, useState } from 'react'
import type { Finding } from '#contract/level-check.ts'
import { storyFields } from '#domain/story-fields.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FormError } from '../../ui/field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.ts'

/** Moves to a field of the editor; a range of its text is selected. */
export type GoTo = (field: string, range?: readonly [start: number, end: number]) => void

/** One finding: what is the case, how to mend it, and a way to say that it is meant so. */
export function OpenFinding({
  storyId,
  finding,
  hasPlaces,
  onGoTo,
}: Readonly<{
  storyId: string
  finding: Finding
  /** Whether its places in the text still hold. */
  hasPlaces: boolean
  onGoTo: GoTo | undefined
}>) {
  const [isDismissing, setDismissing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { name, severity, message, mend, explanation, source, figures, field } = finding
  const places = hasPlaces ? finding.ranges : []
  // The first press selects the first place, each further press the next one.
  const [next, setNext] = useState(0)
  const at = next % Math.max(1, places.length)
  const goTo =
    next === 0 || places.length < 2
      ? `Go to ${labelOf(field)}`
      : `Go to the next, ${at + 1} of ${places.length}`
  return (
    <li className="check-item" data-severity={severity}>
      <div className="check-title">
        <Badge tone={severity === 'clear' ? 'negative' : 'caution'}>
          {severity === 'clear' ? 'Clear' : 'Mild'}
        </Badge>
        <h3>{name}</h3>
      </div>
      <p>{message}</p>
      <p className="check-mend">{mend}</p>
      <details className="check-why">
        <summary>Why, and by which figures</summary>
        <p>{explanation}</p>
        <ul className="check-figures">
          {figures.map((figure) => (
            <li key={figure}>{figure}</li>
          ))}
        </ul>
        <p className="check-source">Source: {source}</p>
      </details>
      {isDismissing ? (
        <DismissForm
          storyId={storyId}
          finding={finding}
          onClose={() => {
            setDismissing(false)
            requestAnimationFrame(() => opener.current?.focus())
          }}
        />
      ) : (
        <div className="check-actions">
          {onGoTo !== undefined && (
            <Button
              size="s"
              aria-label={`${goTo}: ${name}`}
              onClick={() => {
                onGoTo(field, places[at])
                setNext(at + 1)
              }}
            >
              {goTo}
            </Button>
          )}
          <Button
            ref={opener}
            size="s"
            variant="quiet"
            aria-label={`This is intended: ${name}`}
            onClick={() => {
              setDismissing(true)
            }}
          >
            This is intended
          </Button>
        </div>
      )}
    </li>
  )
}

function DismissForm({
  storyId,
  finding: { dismissAs, name },
  onClose,
}: Readonly<{ storyId: string; finding: Finding; onClose: () => void }>) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { write, pending } = useWrite('stories.dismiss')
  const save = async () => {
    const answer = await write({ id: storyId, rule: dismissAs, reason })
    if (!answer.ok) {
      setError([answer.error.message, answer.error.hint ?? ''].join(' ').trim())
      return
    }
    offerUndo('Marked as intended.', answer.change)
  }
  return (
    <form
      className="check-dismiss"
      aria-label={`This is intended: ${name}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label="Why it is meant so"
        hint="For yourself, when you read it again before the interview."
        optional
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press on a button, to be typed into at once
        autoFocus
        value={reason}
        onValue={setReason}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <FormError>{error}</FormError>
      <div className="check-actions">
        <Button size="s" onClick={onClose}>
          Cancel
        </Button>
        <Button size="s" variant="primary" type="submit" pending={pending}>
          Mark as intended
        </Button>
      </div>
    </form>
  )
}

/** A finding that is meant so, with the reason, and a way to let it count again. */
export function DismissedFinding({
  storyId,
  finding: { name, message, dismissAs, dismissal },
}: Readonly<{ storyId: string; finding: Finding }>) {
  const { write, pending } = useWrite('stories.undismiss')
  const show = async () => {
    const answer = await write({ id: storyId, rule: dismissAs })
    if (answer.ok) offerUndo('The finding shows again.', answer.change)
    else showToast({ message: answer.error.message, tone: 'negative' })
  }
  return (
    <li className="check-item">
      <h3>{name}</h3>
      <p>{message}</p>
      <p className="check-reason">
        {dismissal?.reason === '' ? 'No reason given.' : `Intended: ${dismissal?.reason ?? ''}`}
      </p>
      <div className="check-actions">
        <Button
          size="s"
          pending={pending}
          aria-label={`Show again: ${name}`}
          onClick={() => void show()}
        >
          Show again
        </Button>
      </div>
    </li>
  )
}

function labelOf(field: string): string {
  return storyFields.find((each) => each.field === field)?.label ?? field
}
