import { useId, useState } from 'react'
import type { CountKind, Playbook } from '#contract/playbooks.ts'
import { FieldError } from '../../ui/field.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { countKinds, kindsFor } from './count-kinds.ts'
import type { SessionDraft } from './draft.ts'

/** What was done in the session, counted: the kinds that go with the category, the others on request. */
export function CountFields({
  playbook,
  category,
  counts,
  error,
  takesFocus = false,
  onCounts,
}: Readonly<{
  playbook: Playbook
  category: string
  counts: SessionDraft['counts']
  error: string | undefined
  /** Whether the first of them has the cursor when its window opens. */
  takesFocus?: boolean
  onCounts: (counts: SessionDraft['counts']) => void
}>) {
  const [all, setAll] = useState(false)
  const id = useId()
  const fitting: readonly CountKind[] = kindsFor(playbook, category)
  // What is counted already stays in sight when the category changes.
  const shown = countKinds.filter(
    ({ kind }) => all || fitting.includes(kind) || (counts[kind] ?? 0) > 0,
  )
  return (
    <fieldset
      className="sessions-counts"
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className="ui-hidden">Counts</legend>
      <div className="sessions-counts-head">
        <span className="ui-label" aria-hidden>
          Counts <span className="ui-label-optional">optional</span>
        </span>
        {(all || shown.length < countKinds.length) && (
          <button
            type="button"
            className="sessions-counts-more"
            aria-expanded={all}
            onClick={() => {
              setAll(!all)
            }}
          >
            {all ? 'Fewer counts' : 'More counts'}
          </button>
        )}
      </div>
      <div className="sessions-counts-list">
        {shown.map(({ kind, label }, index) => (
          <Stepper
            key={kind}
            label={label}
            takesFocus={takesFocus && index === 0}
            value={counts[kind] ?? 0}
            onValue={(n) => {
              onCounts({ ...counts, [kind]: n })
            }}
          />
        ))}
      </div>
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}
