import { Plus, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { ReportAlias, ReportSettings } from '#contract/report.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { reportPreview } from '../../bridge/report-building.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FieldError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'

const origins = {
  profile: 'your name',
  story: 'employer of a story',
  mock: 'interviewer',
  own: 'your list',
} as const

type Row = ReportAlias & Readonly<{ key: string }>

/** The names that a report for others replaces: those that the data hold, and a list of one's own. */
export function AliasesCard({ settings }: Readonly<{ settings: ReportSettings }>) {
  const derived = settings.replaced.filter(({ from }) => from !== 'own')
  return (
    <Card
      title="Aliases"
      lead="Every name here is replaced before anything is drawn. The finished file is read back, and nothing is saved while one is left in it."
    >
      {derived.length > 0 && (
        <ul className="report-aliases" aria-label="Names from your data">
          {derived.map(({ name, alias, from }) => (
            <li key={name}>
              <span className="report-alias-name">{name}</span>
              <span>
                {alias} <small>{origins[from]}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
      <OwnNames stored={settings.aliases} />
    </Card>
  )
}

function OwnNames({ stored }: Readonly<{ stored: readonly ReportAlias[] }>) {
  // What is being typed; null shows what is stored, also after an undo.
  const [typed, setTyped] = useState<readonly Row[] | null>(null)
  const rows = typed ?? stored.map((alias) => ({ ...alias, key: alias.name }))
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('report.saveAliases')
  const change = (next: readonly Row[]) => {
    setTyped(next)
    setError(null)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const aliases = rows
      .filter(({ name, alias }) => name.trim() !== '' || alias.trim() !== '')
      .map(({ name, alias }) => ({ name, alias }))
    // Before the notice comes: a report that is saved at once holds none of these names.
    reportPreview.changed(true)
    const answer = await write({ aliases })
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    setTyped(null)
    offerUndo('Saved the names to replace.', answer.change)
  }
  const errorAt = (field: string) => {
    const all = error === null ? [] : [error, ...(error.others ?? [])]
    const found = all.find((each) => each.field === field)
    return found === undefined ? undefined : `${found.message} ${found.hint ?? ''}`
  }
  return (
    <form className="report-own-names" noValidate onSubmit={(event) => void save(event)}>
      <p className="ui-label">Names of your own list</p>
      {rows.map((row, index) => (
        <div key={row.key} className="report-own-name">
          <TextField
            label={`Name ${index + 1}`}
            hideLabel
            placeholder="Name, such as a product or a colleague"
            value={row.name}
            error={errorAt(`aliases.${index}.name`)}
            onValue={(name) => {
              change(rows.map((each) => (each.key === row.key ? { ...each, name } : each)))
            }}
          />
          <TextField
            label={`Alias of name ${index + 1}`}
            hideLabel
            placeholder="Alias"
            value={row.alias}
            error={errorAt(`aliases.${index}.alias`)}
            onValue={(alias) => {
              change(rows.map((each) => (each.key === row.key ? { ...each, alias } : each)))
            }}
          />
          <IconButton
            label={`Remove name ${index + 1}`}
            icon={<X aria-hidden />}
            onClick={() => {
              change(rows.filter((each) => each.key !== row.key))
            }}
          />
        </div>
      ))}
      <p className="report-own-hint">
        {typed === null
          ? 'A name is found however it is written. Short forms and inflected forms are names of their own: add them.'
          : 'They count once they are saved.'}
      </p>
      {error !== null && error.field === undefined && <FieldError>{error.message}</FieldError>}
      <div className="report-own-buttons">
        <Button
          icon={<Plus aria-hidden />}
          onClick={() => {
            change([...rows, { name: '', alias: '', key: crypto.randomUUID() }])
          }}
        >
          Add a name
        </Button>
        {typed !== null && (
          <Button variant="primary" type="submit" pending={pending}>
            Save names
          </Button>
        )}
      </div>
    </form>
  )
}
