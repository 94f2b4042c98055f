import { CircleAlert, CircleCheck, FileOutput, FolderOpen } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { PassphraseFaults } from '#domain/passphrase.ts'
import { formatCount } from '#domain/readable.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { focusFault } from '../../ui/new-passphrase.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Notice } from '../../ui/states.tsx'
import { useStore } from '../../ui/store.ts'
import {
  cancelExport,
  exportAsked,
  exportChoice,
  exporting,
  saveExport,
  type ExportChoice,
} from './exporting.ts'
import { LockFields, lockErrors, noLock } from './lock-fields.tsx'
import { sessionUnit } from './words.ts'

const formats: readonly Readonly<{
  format: ExportChoice['format']
  name: string
  text: string
}>[] = [
  {
    format: 'json',
    name: 'JSON: everything',
    text: 'All that you entered, settings and trash included. Import it into another folder or computer and nothing is missing.',
  },
  {
    format: 'csv',
    name: 'CSV: the sessions',
    text: 'A table of all sessions for a spreadsheet. No cell of it can become a formula, and it can be imported again.',
  },
]

/** Takes data out: which, how, and what became of it. */
export function ExportCard() {
  const choice = useStore(exportChoice)
  const state = useStore(exporting)
  const wish = useStore(exportAsked)
  const button = useRef<HTMLButtonElement>(null)
  const group = useId()
  const [lock, setLock] = useState(noLock)
  const [wrong, setWrong] = useState<PassphraseFaults>({})
  const fields = useRef<HTMLDivElement>(null)
  const run = () => {
    const errors = lockErrors(lock)
    setWrong(errors)
    if (errors.one === undefined && errors.two === undefined)
      void saveExport(choice, lock.on ? lock.one : null)
    else focusFault(fields.current, errors)
  }
  useEffect(() => {
    if (!wish) return
    exportAsked.set(false)
    button.current?.scrollIntoView({ block: 'center' })
    button.current?.focus()
  }, [wish])
  return (
    <Card title="Export" lead="A file of your own, to keep, to move or to work with.">
      <fieldset className="transfer-formats">
        <legend className="ui-hidden">What to export</legend>
        {formats.map(({ format, name, text }) => (
          <label key={format}>
            <input
              type="radio"
              name={group}
              value={format}
              checked={choice.format === format}
              onChange={() => {
                exportChoice.set({ ...choice, format })
              }}
            />
            <strong>{name}</strong>
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      {choice.format === 'csv' && (
        <label className="transfer-check">
          <input
            type="checkbox"
            checked={choice.bom}
            onChange={(event) => {
              exportChoice.set({ ...choice, bom: event.target.checked })
            }}
          />
          <span>
            Begin with a byte order mark
            <span className="ui-hint">
              Older versions of Excel need it to read letters such as ü.
            </span>
          </span>
        </label>
      )}
      <div ref={fields}>
        <LockFields
          draft={lock}
          errors={wrong}
          onDraft={(draft) => {
            setLock(draft)
            setWrong({})
          }}
        />
      </div>
      <div className="transfer-go">
        <Button
          ref={button}
          variant="primary"
          icon={<FileOutput aria-hidden />}
          pending={state.state === 'running'}
          onClick={run}
        >
          {bridge.shell === 'desktop' ? 'Export…' : 'Export'}
        </Button>
      </div>
      <div aria-live="polite" className="transfer-export-state">
        {state.state === 'running' && (
          <div className="transfer-work">
            <p>{state.canceling ? 'Stopping…' : 'Writing the export…'}</p>
            <ProgressBar kind="work" label="Writing the export" value={state.done} />
            <Button size="s" pending={state.canceling} onClick={cancelExport}>
              Cancel
            </Button>
          </div>
        )}
        {state.state === 'saved' && (
          <Notice
            icon={<CircleCheck aria-hidden />}
            actions={<ShowInFolder handle={state.file.handle} />}
          >
            <p>
              Saved as <strong>{state.file.fileName}</strong> with{' '}
              {formatCount(state.file.sessions, sessionUnit)}.
            </p>
            {state.file.handle === null && <p>It is where your browser puts its downloads.</p>}
          </Notice>
        )}
      </div>
      {state.state === 'failed' && (
        <Notice
          tone="negative"
          role="alert"
          icon={<CircleAlert aria-hidden />}
          actions={
            <Button size="s" onClick={run}>
              Try again
            </Button>
          }
        >
          <p>
            <strong>Nothing was exported.</strong> {state.error.message}
          </p>
          <p>{state.error.hint}</p>
        </Notice>
      )}
    </Card>
  )
}

function ShowInFolder({ handle }: Readonly<{ handle: string | null }>) {
  if (handle === null) return null
  return (
    <Button
      size="s"
      icon={<FolderOpen aria-hidden />}
      onClick={() => void bridge.showSaved(handle)}
    >
      Show in folder
    </Button>
  )
}
