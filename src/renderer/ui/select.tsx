import { ChevronDown } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldProps } from './field.tsx'

export type SelectOption = Readonly<{
  value: string
  label: string
  /** The position of the category that the option stands for, for its dot. */
  category?: number
}>

export type SelectProps = FieldProps &
  Readonly<{
    value: string
    onValue: (value: string) => void
    options: readonly SelectOption[]
    /** Shown while nothing is chosen; it cannot be chosen itself. */
    placeholder?: string
  }> &
  Omit<ComponentPropsWithRef<'select'>, 'value' | 'onChange' | 'className' | 'id' | 'children'>

/** The platform's own select: its list opens, filters by typing and closes as people are used to. */
export function Select({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  value,
  onValue,
  options,
  placeholder,
  ...rest
}: SelectProps) {
  const chosen = options.find((option) => option.value === value)
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      optional={optional ?? false}
      hideLabel={hideLabel ?? false}
      className={className}
    >
      {(control) => (
        <span
          className="ui-input-frame ui-select-frame"
          data-category={chosen?.category}
          data-dot={chosen?.category !== undefined || undefined}
        >
          <select
            {...rest}
            {...control}
            className="ui-input ui-select"
            value={value}
            data-empty={value === '' || undefined}
            onChange={(event) => {
              onValue(event.target.value)
            }}
          >
            {placeholder !== undefined && (
              <option value="" disabled hidden>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} data-category={option.category}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown className="ui-select-arrow" aria-hidden />
        </span>
      )}
    </Field>
  )
}
