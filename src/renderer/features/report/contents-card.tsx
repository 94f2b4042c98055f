import { useId, useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { ReportContents, ReportSectionId, ReportSettings } from '#contract/report.ts'
import { reportSectionNames, reportSectionOrder } from '#domain/report-contents.ts'
import { formatNames, formatOrder } from '#domain/story-fields.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { reportPreview } from '../../bridge/report-building.ts'
import { Card } from '../../ui/card.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { PresetButtons } from './preset-buttons.tsx'

type Summaries = Readonly<Partial<Record<ReportSectionId, string>>>

const tellings = [
  { value: 'whole', label: 'Whole, in their six parts' },
  ...formatOrder.map((format) => ({ value: format, label: formatNames[format] })),
]

/** What the report holds: a preset, the sections one by one with what each will say, and how stories are told. */
export function ContentsCard({
  settings,
  summaries,
}: Readonly<{ settings: ReportSettings; summaries: Summaries }>) {
  const [contents, choose, error] = useContents(settings)
  const preset = settings.presets.find((each) => isSame(each.contents, contents))
  const isOn = (id: ReportSectionId) => contents.sections.includes(id)
  const onlyOne = contents.sections.filter((id) => id !== 'cover').length === 1
  return (
    <Card title="What is in it" lead="A section without data says so and stays.">
      <div className="report-preset">
        <Select
          label="Preset"
          value={preset?.id ?? ''}
          placeholder="Your own choice"
          options={settings.presets.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={(id) => {
            const chosen = settings.presets.find((each) => each.id === id)
            if (chosen) choose(chosen.contents)
          }}
        />
        <PresetButtons contents={contents} preset={preset} />
      </div>
      {error !== null && (
        <FieldError>
          {error.message} {error.hint}
        </FieldError>
      )}
      <fieldset className="report-sections">
        <legend className="ui-hidden">Sections</legend>
        {reportSectionOrder.map((id) => (
          <SectionSwitch
            key={id}
            name={reportSectionNames[id]}
            summary={summaries[id] ?? ''}
            checked={isOn(id)}
            // Without any section there is no report.
            locked={id !== 'cover' && isOn(id) && onlyOne}
            onChecked={(on) => {
              choose({
                ...contents,
                sections: reportSectionOrder.filter((each) => (each === id ? on : isOn(each))),
              })
            }}
          />
        ))}
      </fieldset>
      <div className="report-telling">
        <Select
          label="Stories are told"
          value={contents.storyFormat}
          options={tellings}
          disabled={!isOn('stories')}
          onValue={(next) => {
            const format = formatOrder.find((each) => each === next) ?? 'whole'
            choose({ ...contents, storyFormat: format })
          }}
        />
        <label className="report-check">
          <input
            type="checkbox"
            checked={contents.findings}
            disabled={!isOn('stories')}
            onChange={(event) => {
              choose({ ...contents, findings: event.target.checked })
            }}
          />
          With the findings of the level check
        </label>
        <label className="report-check">
          <input
            type="checkbox"
            checked={contents.aliases}
            onChange={(event) => {
              choose({ ...contents, aliases: event.target.checked })
            }}
          />
          Replace names by aliases
        </label>
      </div>
    </Card>
  )
}

function SectionSwitch({
  name,
  summary,
  checked,
  locked,
  onChecked,
}: Readonly<{
  name: string
  summary: string
  checked: boolean
  locked: boolean
  onChecked: (on: boolean) => void
}>) {
  const id = useId()
  return (
    <div className="report-section" data-off={!checked || undefined}>
      <label>
        <input
          type="checkbox"
          checked={checked}
          disabled={locked}
          aria-describedby={id}
          onChange={(event) => {
            onChecked(event.target.checked)
          }}
        />
        <span>{name}</span>
      </label>
      <span id={id} className="report-section-summary">
        {locked ? 'The only section left' : summary}
      </span>
    </div>
  )
}

/** The choice shows at once and is remembered; what is stored follows. */
function useContents(
  settings: ReportSettings,
): readonly [ReportContents, (next: ReportContents) => void, CallError | null] {
  const { data: stored = settings, again } = useCall('report.settings', {})
  // What was chosen here and is not known to be stored; null shows what is stored, also after an undo.
  const [chosen, setChosen] = useState<ReportContents | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const { write } = useWrite('report.choose')
  const editor = useId()
  const choose = async (next: ReportContents) => {
    setChosen(next)
    setError(null)
    // Before the notice comes: who saves at once gets what was chosen.
    reportPreview.changed(true)
    const answer = await write({ contents: next, editor })
    if (answer.ok) await again()
    else setError(answer.error)
    // Another choice may have been made meanwhile.
    setChosen((now) => (now === next ? null : now))
  }
  return [chosen ?? stored.contents, (next) => void choose(next), error]
}

function isSame(a: ReportContents, b: ReportContents): boolean {
  return (
    a.storyFormat === b.storyFormat &&
    a.findings === b.findings &&
    a.aliases === b.aliases &&
    a.sections.length === b.sections.length &&
    a.sections.every((id) => b.sections.includes(id))
  )
}
