import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Profile } from '#contract/profile.ts'
import { reportFormats } from './report-format.ts'
import type { ReportFormat } from '#contract/report.ts'
import { useWrite } from '../../bridge/queries.ts'
import { reportPreview } from '../../bridge/report-building.ts'
import { Card } from '../../ui/card.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Segmented } from '../../ui/segmented.tsx'

type Paper = Profile['paper']

/** Which file is saved: its paper, its kind and the name on its cover. */
export function FileCard({
  profile,
  name: given,
  format,
  onFormat,
}: Readonly<{
  profile: Profile
  /** What stands on the cover: the name, or its alias. */
  name: string
  format: ReportFormat
  onFormat: (format: ReportFormat) => void
}>) {
  const [paper, setPaper, paperError] = usePaper(profile)
  const name = given.trim()
  return (
    <Card className="report-file">
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
          options={reportFormats}
          hint={hintOf(format)}
          onValue={(next) => {
            onFormat(reportFormats.find(({ value }) => value === next)?.value ?? 'pdf')
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
    </Card>
  )
}

function hintOf(format: ReportFormat): string | undefined {
  if (format === 'pdf') return undefined
  return format === 'csv' || format === 'json'
    ? 'The figures alone. The preview shows the PDF.'
    : 'The same content without pages. The preview shows the PDF.'
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
    // Before the notice comes: who saves at once gets this paper.
    reportPreview.changed(true)
    const answer = await write({ ...profile, paper: to })
    if (answer.ok) return
    setPick(null)
    setError(answer.error)
  }
  // Once the profile has changed, by this choice or another, it alone counts.
  const shown = pick !== null && pick.from === profile.paper ? pick.to : profile.paper
  return [shown, (next) => void choose(next), error]
}
