import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { PlaybookFault } from '#contract/own-playbooks.ts'
import { formatCount } from '#domain/readable.ts'

/** What is wrong with the text, place by place; a press on a place leads to it. */
export function FaultsList({
  faults,
  onPlace,
}: Readonly<{
  /** Null: it is not known yet. */
  faults: readonly PlaybookFault[] | null
  onPlace: (fault: PlaybookFault) => void
}>) {
  return (
    <div className="playbooks-faults" data-wrong={(faults ?? []).length > 0 || undefined}>
      <output className="playbooks-verdict">
        {faults === null ? (
          'Checking…'
        ) : faults.length === 0 ? (
          <>
            <CircleCheck aria-hidden /> No faults.
          </>
        ) : (
          <>
            <TriangleAlert aria-hidden />{' '}
            {formatCount(faults.length, { one: 'fault', many: 'faults' })} to mend before it can be
            saved. What you type is kept as a draft.
          </>
        )}
      </output>
      {faults !== null && faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.line}:${fault.column} ${fault.message}`}>
              <button
                type="button"
                onClick={() => {
                  onPlace(fault)
                }}
              >
                <span className="playbooks-place">
                  {fault.line}:{fault.column}
                </span>
                <span>{fault.message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
