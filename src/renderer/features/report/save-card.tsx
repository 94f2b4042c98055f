import { FileDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { ReportFormat } from '#contract/report.ts'
import type { Profile } from '#contract/profile.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useWrite } from '../../bridge/queries.ts'
import { reportSaving, saveReport } from '../../bridge/report-saving.ts'
import { Kbd } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useStore } from '../../ui/store.ts'
import { SavingState } from './saving-state.tsx'

type Paper = Profile['paper']

const formats: readonly Readonly<{ value: ReportFormat; label: string }>[] = [
  { value: 'pdf', label: 'PDF' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'html', label: 'HTML' },
  { value: 'csv', label: 'CSV of the figures' },
  { value: 'json', label: 'JSON of the figures' },
]

/** What can be chosen for the report, the button that saves it, and what became of it. */
export function SaveCard({
  profile,
  name: given,
  keys,
}: Readonly<{
  profile: Profile
  /** What stands on the cover: the name, or its alias. */
  name: string
  keys: readonly string[]
}>) {
  const saving = useStore(reportSaving)
  const [paper, setPaper, paperError] = usePaper(profile)
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const isRunning = saving.state === 'running'
  const name = given.trim()
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(saving.state)
  useEffect(() => {
    if (before.current === saving.state) return
    before.current = saving.state
    // "Cancel" and "Try again" are gone once they are pressed; the keyboard goes on from here.
    if (document.activeElement === document.body) button.current?.focus()
  }, [saving.state])
  return (
    <Card className="report-save">
      <div className="report-choices">
        <Segmented<Paper>
          label="Paper"
          value={paper}
          onValue={setPaper}
          options={[
            { value: 'A4', label: 'A4' },
            { value: 'Letter', label: 'Letter' },
          ]}
        />
        <Select
          label="File"
          value={format}
          options={formats}
          onValue={(next) => {
            setFormat(formats.find(({ value }) => value === next)?.value ?? 'pdf')
          }}
        />
        <div className="report-name">
          <p className="ui-label">Name on the cover</p>
          <p className="report-name-value">
            {name === '' ? (
              <span>None: the level stands there</span>
            ) : (
              <strong title={name}>{name}</strong>
            )}
            <a href="#/profile">{name === '' ? 'Give a name' : 'Change'}</a>
          </p>
        </div>
      </div>
      {paperError !== null && (
        <FieldError>
          {paperError.message} {paperError.hint}
        </FieldError>
      )}
      <div className="report-go">
        <Button
          ref={button}
          variant="primary"
          icon={<FileDown aria-hidden />}
          pending={isRunning}
          onClick={() => void saveReport({ format })}
        >
          {`Save ${format === 'pdf' ? 'PDF report' : format === 'csv' || format === 'json' ? 'figures' : 'report'}${bridge.shell === 'desktop' ? '…' : ''}`}
        </Button>
        <span className="report-keys" aria-hidden>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      </div>
      <SavingState saving={saving} />
    </Card>
  )
}

/**
 * The paper of the profile, and how to change it. It is kept there rather than for this screen alone, so that the
 * menu and the shortcut save on the same paper. The choice shows at once; the profile follows.
 */
function usePaper(profile: Profile): readonly [Paper, (next: Paper) => void, CallError | null] {
  const [pick, setPick] = useState<Readonly<{ from: Paper; to: Paper }> | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const { write } = useWrite('profile.save')
  const choose = async (to: Paper) => {
    setPick({ from: profile.paper, to })
    setError(null)
    const answer = await write({ ...profile, paper: to })
    if (answer.ok) return
    setPick(null)
    setError(answer.error)
  }
  // Once the profile has changed, by this choice or another, it alone counts.
  const shown = pick !== null && pick.from === profile.paper ? pick.to : profile.paper
  return [shown, (next) => void choose(next), error]
}
