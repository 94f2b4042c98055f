import { TriangleAlert } from 'lucide-react'
import type { TransferInspection } from '#contract/transfer.ts'
import { formatCount } from '#domain/readable.ts'
import { formatHours } from '#domain/duration.ts'
import { SECONDS_PER_HOUR } from '#domain/units.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Notice } from '../../ui/states.tsx'
import { FileFacts } from './file-facts.tsx'
import type { Preview } from './mapping.ts'
import { PreviewRows } from './preview-rows.tsx'
import { Step } from './step.tsx'
import type { Import } from './use-import.ts'
import { rowStates, rowUnit, sessionUnit } from './words.ts'
import './preview-step.css'

/** What the import would do: nothing has changed yet. */
export function PreviewStep({ task }: Readonly<{ task: Import }>) {
  const { found, preview, look, existing, error } = task.state
  if (found === null || preview === null) return null
  const { counts, overlaps } = preview
  return (
    <Step title="What will happen" lead={leadOf(preview, found)} error={error}>
      {found.kind === 'csv' && preview.importedBefore === null ? null : <FileFacts found={found} />}
      {counts.changed > 0 && (
        <Segmented<'keep' | 'replace'>
          label="What is here under the same ID with other content"
          value={existing}
          onValue={task.setExisting}
          options={[
            { value: 'keep', label: 'Keep what is here' },
            { value: 'replace', label: 'Replace it by the file’s' },
          ]}
        />
      )}
      {overlaps.rows > 0 && (
        <Notice tone="caution" icon={<TriangleAlert aria-hidden />}>
          <details className="transfer-overlaps">
            <summary>
              {formatCount(overlaps.rows, sessionUnit)} run at the same time as another, and are
              imported all the same
            </summary>
            <ul>
              {overlaps.examples.map(({ place, message }) => (
                <li key={place}>
                  {place}: {message}
                </li>
              ))}
            </ul>
          </details>
        </Notice>
      )}
      <fieldset className="transfer-filter">
        <legend className="ui-hidden">Show rows that are</legend>
        <FilterChip
          label="All"
          rows={counts.rows}
          isOn={look.show === null}
          onPress={() => {
            task.look({ show: null, offset: 0 })
          }}
        />
        {rowStates
          .filter(({ status }) => counts[status] > 0)
          .map(({ status, label }) => (
            <FilterChip
              key={status}
              label={label}
              rows={counts[status]}
              isOn={look.show === status}
              onPress={() => {
                task.look({ show: status, offset: 0 })
              }}
            />
          ))}
      </fieldset>
      <PreviewRows preview={preview} task={task} />
    </Step>
  )
}

function FilterChip({
  label,
  rows,
  isOn,
  onPress,
}: Readonly<{ label: string; rows: number; isOn: boolean; onPress: () => void }>) {
  return (
    <button type="button" className="transfer-chip" aria-pressed={isOn} onClick={onPress}>
      {label} <span>{rows.toLocaleString('en')}</span>
    </button>
  )
}

function leadOf({ sessions, seconds, counts }: Preview, found: TransferInspection): string {
  const hours = formatHours(seconds / SECONDS_PER_HOUR)
  const others = counts.new - sessions
  if (counts.new === 0) return 'There is nothing new in the file.'
  const added = `${formatCount(sessions, sessionUnit)} with ${hours} would be added`
  return found.kind === 'json' && others > 0
    ? `${added}, and ${formatCount(others, rowUnit)} of other data.`
    : `${added}.`
}
