import { FileDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReportFormat } from '#contract/report.ts'
import { bridge } from '../../bridge/bridge.ts'
import { reportSaving, saveReport } from '../../bridge/report-saving.ts'
import { Kbd } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useStore } from '../../ui/store.ts'
import { savedThing } from './report-format.ts'

/** The button that saves the report, with the keys that do the same: whatever file is chosen here, they save a PDF. */
export function SaveButton({
  format,
  keys,
}: Readonly<{ format: ReportFormat; keys: readonly string[] }>) {
  const { state } = useStore(reportSaving)
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    // "Cancel" and "Try again" are gone once they are pressed; the keyboard goes on from here.
    if (document.activeElement === document.body) button.current?.focus()
  }, [state])
  return (
    <div className="report-go">
      {format === 'pdf' && (
        <span className="report-keys" aria-hidden>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
      <Button
        ref={button}
        variant="primary"
        icon={<FileDown aria-hidden />}
        pending={state === 'building' || state === 'saving'}
        onClick={() => void saveReport({ format })}
      >
        {`Save ${savedThing(format)}${bridge.shell === 'desktop' ? '…' : ''}`}
      </Button>
    </div>
  )
}
