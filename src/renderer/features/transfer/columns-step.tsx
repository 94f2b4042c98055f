import { useMemo } from 'react'
import { FieldError } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Table } from '../../ui/table.tsx'
import { fieldOf, fieldOptions } from './fields.ts'
import { FileFacts } from './file-facts.tsx'
import { withColumn } from './mapping.ts'
import { Step } from './step.tsx'
import type { Import } from './use-import.ts'
import { ownZone, timeZoneOptions } from './time-zones.ts'
import './columns-step.css'

/** What each column is about, with cells of it to go by. */
export function ColumnsStep({ task }: Readonly<{ task: Import }>) {
  const { found, mapping, error } = task.state
  const zones = useMemo(() => timeZoneOptions(), [])
  if (found?.kind !== 'csv' || mapping === null) return null
  const options = fieldOptions([...mapping.columns, ...found.mapping.columns])
  const isOfColumns = error?.field === 'columns'
  return (
    <Step title="What the columns are" lead={leadOf(found)} error={isOfColumns ? null : error}>
      <FileFacts found={found} />
      {isOfColumns && (
        <div role="alert">
          <FieldError>{error.message}</FieldError>
        </div>
      )}
      <div className="transfer-columns">
        <Table caption="The columns of the file">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">In the first rows</th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            {found.columns.map(({ name, samples }, index) => (
              // Two columns may have the same name; their place tells them apart.
              <tr key={index} data-out={mapping.columns[index] === 'ignore' || undefined}>
                <th scope="row">{name === '' ? `Column ${index + 1}` : name}</th>
                <td className="transfer-samples">
                  {samples.length === 0 ? <i>Empty</i> : samples.slice(0, 3).join(' · ')}
                </td>
                <td>
                  <Select
                    hideLabel
                    label={`What ${name === '' ? `column ${index + 1}` : name} is`}
                    value={mapping.columns[index] ?? 'ignore'}
                    options={options}
                    onValue={(value) => {
                      task.setMapping(withColumn(mapping, index, fieldOf(value)))
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <Select
        className="transfer-zone"
        label="Time zone of its times"
        hint="For times that name no zone of their own."
        value={mapping.timeZone ?? ownZone}
        options={zones}
        onValue={(zone) => {
          task.setMapping({ ...mapping, timeZone: zone === ownZone ? null : zone })
        }}
      />
    </Step>
  )
}

function leadOf(
  found: Readonly<{ remembered: boolean; preset: Readonly<{ name: string }> | null }>,
) {
  if (found.remembered)
    return 'Read as the last file with these headings. Change what is different.'
  if (found.preset !== null)
    return `The headings are those of ${found.preset.name === 'Spreadsheet' ? 'a usual spreadsheet' : found.preset.name}. Check them, and change what is different.`
  return 'Say what each column is. A date and a duration, or a start and an end, are needed.'
}
