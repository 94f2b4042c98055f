import type { ChecklistRow } from '#contract/checklist.ts'
import { checklistStateLabel } from '#domain/checklist.ts'
import { formatDay } from '#domain/readable.ts'
import { asStudyDay } from '#domain/units.ts'
import { STATE_ICONS } from './checklist-states.ts'

/** How an item came to its state: each change with its day, the newest first. */
export function ChecklistHistory({ history }: Readonly<{ history: ChecklistRow['history'] }>) {
  return (
    <section className="career-part" aria-label="History of the state">
      <h3>History</h3>
      {history.length === 0 ? (
        <p className="career-quiet">The item has been open from the start.</p>
      ) : (
        <ol className="checklist-timeline" aria-label="Changes of the state, the newest first">
          {history.toReversed().map(({ at, state }, index) => {
            const Icon = STATE_ICONS[state]
            return (
              <li key={`${at} ${history.length - index}`} data-state={state}>
                <Icon aria-hidden />
                <span>{checklistStateLabel(state)}</span>
                <time dateTime={at}>{formatDay(asStudyDay(localDay(at)))}</time>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

/** The day of an instant as this computer's calendar has it. */
function localDay(at: string): string {
  const date = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
