import { MessageSquareText, Paperclip, ShieldAlert } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { ChecklistRow, ChecklistState } from '#contract/checklist.ts'
import { checklistStateLabel, checklistStates } from '#domain/checklist.ts'
import { formatCount } from '#domain/readable.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { proofsOf, STATE_ICONS } from './checklist-states.ts'

/** One item: its text opens the details, its four states are set with the pointer here and with 0 to 3 by key. */
export function ChecklistItem({
  row,
  isCurrent,
  onFocus,
  onKeyDown,
  onOpen,
  onState,
}: Readonly<{
  row: ChecklistRow
  /** Whether Tab leads here: one item of the whole list, and arrows to the others. */
  isCurrent: boolean
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onOpen: () => void
  onState: (state: ChecklistState) => void
}>) {
  const proofs = row.stories.length + proofsOf(row)
  const isBare = row.state !== 'open' && proofs === 0
  return (
    <li className="checklist-item" data-state={row.state}>
      <fieldset className="checklist-choice">
        <legend className="ui-hidden">State of {row.text}</legend>
        {checklistStates.map((state, index) => {
          const Icon = STATE_ICONS[state]
          return (
            <button
              key={state}
              type="button"
              tabIndex={-1}
              className="checklist-state"
              data-state={state}
              aria-pressed={row.state === state}
              aria-label={checklistStateLabel(state)}
              title={`${checklistStateLabel(state)} (${index})`}
              onClick={() => {
                onState(state)
              }}
            >
              <Icon aria-hidden />
            </button>
          )
        })}
      </fieldset>
      <button
        type="button"
        className="checklist-main"
        data-item={row.item}
        tabIndex={isCurrent ? 0 : -1}
        aria-keyshortcuts="0 1 2 3 Enter"
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={onOpen}
      >
        <span className="checklist-text">
          {row.text}
          {row.own && <span className="checklist-own">your own</span>}
        </span>
        {row.state === 'open' && <VisuallyHidden>{checklistStateLabel(row.state)}</VisuallyHidden>}
        <span className="checklist-meta">
          {row.state !== 'open' && <span>{checklistStateLabel(row.state)}</span>}
          {proofs > 0 && (
            <span className="checklist-count">
              <Paperclip aria-hidden />
              {proofs}
              <VisuallyHidden> {proofs === 1 ? 'piece' : 'pieces'} of evidence</VisuallyHidden>
            </span>
          )}
          {isBare && (
            <span className="checklist-bare">
              <ShieldAlert aria-hidden />
              no evidence
            </span>
          )}
          {row.notes.length > 0 && (
            <span className="checklist-count">
              <MessageSquareText aria-hidden />
              {row.notes.length}
              <VisuallyHidden> {row.notes.length === 1 ? 'note' : 'notes'}</VisuallyHidden>
            </span>
          )}
          {row.confidence !== null && (
            <span
              className="checklist-confidence"
              title={`Confidence ${row.confidence} of 5, your own rating`}
            >
              <VisuallyHidden>Confidence {formatCount(row.confidence, OF_FIVE)}</VisuallyHidden>
              {[1, 2, 3, 4, 5].map((mark) => (
                <span key={mark} data-on={mark <= (row.confidence ?? 0) || undefined} aria-hidden />
              ))}
            </span>
          )}
        </span>
      </button>
    </li>
  )
}

const OF_FIVE = { one: 'of 5', many: 'of 5' }
