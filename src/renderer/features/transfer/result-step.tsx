import { CircleCheck, Copy, FileDown, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import { formatCount } from '#domain/readable.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { downloadText } from './download-text.ts'
import { Step } from './step.tsx'
import type { ImportState } from './use-import.ts'
import { importedWords, rowStates, rowUnit, sessionUnit } from './words.ts'
import './result-step.css'

type Result = NonNullable<ImportState['result']>

/** What came of the import, what was rejected and why, and the way back. */
export function ResultStep({
  result: { done, change, replaced },
  undone,
  onUndone,
}: Readonly<{ result: Result; undone: boolean; onUndone: () => void }>) {
  const { write, pending } = useWrite('history.undo')
  const [error, setError] = useState<CallError | null>(null)
  const undo = async () => {
    if (change === null) return
    const answer = await write({ change })
    if (answer.ok) onUndone()
    else setError(answer.error)
  }
  return (
    // Undone, its button is gone: the heading says so and takes the focus.
    <Step
      key={String(undone)}
      title={undone ? 'The import was undone' : importedWords(done, replaced)}
      error={error}
    >
      <Notice
        icon={<CircleCheck aria-hidden />}
        actions={
          change !== null &&
          !undone && (
            <Button
              size="s"
              pending={pending}
              icon={<Undo2 aria-hidden />}
              onClick={() => void undo()}
            >
              Undo the import
            </Button>
          )
        }
      >
        {undone
          ? 'Everything is as it was before. “Redo” brings the import back.'
          : 'It is one step: undone, everything is as it was before.'}
      </Notice>
      <dl className="transfer-counts">
        {rowStates
          .filter(({ status }) => done.counts[status] > 0)
          .map(({ status, label }) => (
            <div key={status}>
              <dt>{label}</dt>
              <dd>{done.counts[status].toLocaleString('en')}</dd>
            </div>
          ))}
      </dl>
      {done.overlaps.rows > 0 && (
        <p className="transfer-lead">
          {formatCount(done.overlaps.rows, sessionUnit)} run at the same time as another.
        </p>
      )}
      {done.rejected.length > 0 && <Rejected done={done} />}
    </Step>
  )
}

function Rejected({ done }: Readonly<{ done: Result['done'] }>) {
  const place = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)
  const text = done.rejected.map((row) => `${row.place}: ${row.reason}`).join('\n')
  const copy = () => {
    const area = place.current?.querySelector('textarea')
    area?.focus()
    area?.select()
    // Needs no permission of the shell, which gives none to a page.
    setCopied(document.execCommand('copy'))
  }
  return (
    <div ref={place} className="transfer-rejected">
      <TextArea
        readOnly
        label="Rows that were rejected"
        hint={
          done.counts.rejected > done.rejected.length
            ? `The first ${done.rejected.length} of ${formatCount(done.counts.rejected, rowUnit)}. The preview lists all of them.`
            : 'Mend them in the file and import it again: only they are added.'
        }
        value={text}
        onValue={() => {}}
      />
      <div className="transfer-rejected-actions">
        <Button size="s" icon={<Copy aria-hidden />} onClick={copy}>
          {copied ? 'Copied' : 'Copy the list'}
        </Button>
        {bridge.shell === 'browser' && (
          <Button
            size="s"
            icon={<FileDown aria-hidden />}
            onClick={() => {
              downloadText('loopready-rejected-rows.txt', `${text}\n`)
            }}
          >
            Download it
          </Button>
        )}
      </div>
    </div>
  )
}
