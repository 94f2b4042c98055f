import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { createContext, useContext, useState, type ReactNode } from 'react'
import type { YamlEdit, YamlValue } from '#domain/yaml-edit.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select, type SelectOption } from '../../ui/select.tsx'
import { NumberField, TextArea, TextField } from '../../ui/text-field.tsx'
import type { Editing } from './editing.ts'
import { faultAt, rowsAt, textAt, type Path } from './form-values.ts'

const EditingContext = createContext<Editing | null>(null)
export const EditingProvider = EditingContext.Provider

/** The playbook that the fields around are about. */
export function useEdited(): Editing {
  const editing = useContext(EditingContext)
  if (editing === null) throw new Error('a field of a playbook stands outside its form')
  return editing
}

type At = Readonly<{ path: Path; label: string; hint?: string; hideLabel?: boolean }>

/** A text of the playbook. */
export function BookText({ path, long = false, ...rest }: At & Readonly<{ long?: boolean }>) {
  const { data, checked, edit } = useEdited()
  const field = {
    ...rest,
    value: textAt(data, path),
    error: faultAt(checked?.faults ?? [], path),
    onValue: (value: string) => {
      edit({ do: 'set', path, value })
    },
  }
  return long ? <TextArea {...field} /> : <TextField {...field} />
}

/** A number of the playbook. What is typed stays as typed; where it is none yet, the checker says so. */
export function BookNumber({
  path,
  suffix,
  optional = false,
  write,
  ...rest
}: At &
  Readonly<{
    suffix?: string
    optional?: boolean
    /** What is to be written where it is no plain value at the path; null is an empty field. */
    write?: (value: number | string | null) => YamlEdit
  }>) {
  const { data, checked, edit } = useEdited()
  const stands = textAt(data, path)
  const [typed, setTyped] = useState(stands)
  const isSame =
    typed.trim() === stands || (typed.trim() !== '' && String(Number(typed)) === stands)
  return (
    <NumberField
      {...rest}
      suffix={suffix}
      inputMode="decimal"
      value={isSame ? typed : stands}
      error={faultAt(checked?.faults ?? [], path)}
      onValue={(value) => {
        setTyped(value)
        const plain = value.trim()
        const number = Number(plain)
        const next = plain === '' ? null : Number.isFinite(number) ? number : plain
        if (write) edit(write(next))
        else if (next === null && optional) edit({ do: 'remove', path })
        else edit({ do: 'set', path, value: next })
      }}
    />
  )
}

/** One of a few words. */
export function BookChoice({
  path,
  options,
  ...rest
}: At & Readonly<{ options: readonly SelectOption[] }>) {
  const { data, checked, edit } = useEdited()
  const value = textAt(data, path)
  const isKnown = value === '' || options.some((option) => option.value === value)
  return (
    <Select
      {...rest}
      value={value}
      options={isKnown ? options : [...options, { value, label: `${value} (not there)` }]}
      placeholder="Choose"
      error={faultAt(checked?.faults ?? [], path)}
      onValue={(next) => {
        edit({ do: 'set', path, value: next })
      }}
    />
  )
}

/** The rows of a list, each with its ways up, down and out, and a field that adds one by its name. */
export function BookRows({
  path,
  what,
  children,
  add,
  nameOf,
  nested = false,
}: Readonly<{
  path: Path
  /** What one is called: `area`. */
  what: string
  children: (at: Path, index: number) => ReactNode
  add: (name: string) => YamlValue
  /** What a row is called in the labels of its buttons. */
  nameOf: (at: Path) => string
  nested?: boolean
}>) {
  const { data, checked, edit } = useEdited()
  const rows = rowsAt(data, path)
  const fault = faultAt(checked?.faults ?? [], path)
  return (
    <div className="playbooks-rows" data-nested={nested || undefined}>
      {rows.length > 0 && (
        <ol>
          {rows.map((_, index) => {
            const at = [...path, index]
            const name = nameOf(at) || `${what} ${index + 1}`
            return (
              // Rows have no identity but their place: they are what the text says.
              <li key={index}>
                <div className="playbooks-row">{children(at, index)}</div>
                <div className="playbooks-row-actions">
                  <IconButton
                    size="s"
                    label={`Move ${name} up`}
                    icon={<ArrowUp aria-hidden />}
                    disabled={index === 0}
                    onClick={() => {
                      edit({ do: 'move', path, from: index, to: index - 1 })
                    }}
                  />
                  <IconButton
                    size="s"
                    label={`Move ${name} down`}
                    icon={<ArrowDown aria-hidden />}
                    disabled={index === rows.length - 1}
                    onClick={() => {
                      edit({ do: 'move', path, from: index, to: index + 1 })
                    }}
                  />
                  <IconButton
                    size="s"
                    label={`Remove ${name}`}
                    icon={<X aria-hidden />}
                    onClick={() => {
                      edit({ do: 'remove', path: at })
                    }}
                  />
                </div>
              </li>
            )
          })}
        </ol>
      )}
      {fault !== undefined && <p className="playbooks-fault">{fault}</p>}
      <AddRow
        what={what}
        onAdd={(name) => {
          edit({ do: 'insert', path, value: add(name) })
        }}
      />
    </div>
  )
}

function AddRow({ what, onAdd }: Readonly<{ what: string; onAdd: (name: string) => void }>) {
  const [name, setName] = useState('')
  return (
    <form
      className="playbooks-add"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        onAdd(name.trim())
        setName('')
      }}
    >
      <TextField
        label={`New ${what}`}
        hideLabel
        placeholder={`New ${what}`}
        value={name}
        onValue={setName}
      />
      <Button
        type="submit"
        size="s"
        variant="quiet"
        icon={<Plus aria-hidden />}
        disabled={name.trim() === ''}
      >
        Add {what}
      </Button>
    </form>
  )
}
