import { useRef } from 'react'
import { Kbd } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useStore } from '../../ui/store.ts'
import { LineField } from './line-field.tsx'
import { LineReadingView } from './line-reading.tsx'
import { closeQuickAdd, quickAddLine } from './quick-add-window.ts'
import { useReading } from './use-reading.ts'
import { useSaveLine } from './use-save-line.ts'
import './quick-add-dialog.css'

/** One line that becomes a session. */
export function QuickAddDialog() {
  const input = useRef<HTMLInputElement>(null)
  const line = useStore(quickAddLine)
  const read = useReading(line)
  const saving = useSaveLine()

  const save = async (acceptOverlap: boolean) => {
    if ((await saving.save(line, acceptOverlap)) !== 'logged') return
    // What was typed while it was being saved is a line of its own.
    if (quickAddLine.get() === line) quickAddLine.set('')
    closeQuickAdd()
  }

  return (
    <Dialog open title="Quick add" onClose={closeQuickAdd}>
      <form
        className="quick-add"
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <LineField
          input={input}
          label="Session in one line"
          placeholder="90m system design yesterday 7pm: URL shortener"
          line={line}
          onLine={quickAddLine.set}
          marked={read.reading?.unknown ?? []}
        />
        <LineReadingView
          line={line}
          input={input}
          read={read}
          saving={saving}
          onLogAnyway={() => {
            void save(true)
          }}
        />
        {line.trim() === '' && (
          <p className="quick-add-help">
            Duration, category, day, time and counts in any order; a note after a colon. Without a
            day and a time the session starts now.
          </p>
        )}
        <div className="quick-add-foot">
          <span className="quick-add-keys" aria-hidden>
            <span>
              <Kbd>Enter</Kbd> logs
            </span>
            <span>
              <Kbd>Esc</Kbd> closes and keeps the line
            </span>
          </span>
          <Button type="submit" variant="primary" pending={saving.pending}>
            Log session
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
